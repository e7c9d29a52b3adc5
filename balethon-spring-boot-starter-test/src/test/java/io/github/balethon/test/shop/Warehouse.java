package io.github.balethon.test.shop;

import javax.sql.DataSource;

import org.springframework.stereotype.Repository;

/**
 * A component that needs a database.
 */
@Repository
class Warehouse {

	Warehouse(DataSource dataSource) {
	}

}
