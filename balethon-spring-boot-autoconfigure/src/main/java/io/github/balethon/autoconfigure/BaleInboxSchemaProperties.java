package io.github.balethon.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Properties of the inbox that need Boot's support of databases on the class path.
 *
 * @param initializeSchema Database schema initialization mode.
 * @since 0.1.0
 */
@ConfigurationProperties("bale.inbox")
public record BaleInboxSchemaProperties(@DefaultValue("embedded") DatabaseInitializationMode initializeSchema) {

}
