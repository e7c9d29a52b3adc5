package io.github.balethon.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source whose database goes away, and comes back.
 */
final class BreakableDataSource extends DelegatingDataSource {

	private volatile boolean broken;

	BreakableDataSource(DataSource target) {
		super(target);
	}

	void breakDown() {
		this.broken = true;
	}

	void mend() {
		this.broken = false;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.broken) {
			throw new SQLNonTransientConnectionException("Connection refused", "08001");
		}
		return super.getConnection();
	}

}
