package io.github.balethon.inbox.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database so slow that a statement times out if its batch has too many rows.
 */
final class SlowDataSource extends DelegatingDataSource {

	private volatile int maxRows;

	SlowDataSource(DataSource target, int maxRows) {
		super(target);
		this.maxRows = maxRows;
	}

	void maxRows(int maxRows) {
		this.maxRows = maxRows;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		return proxy(Connection.class, (method, arguments) -> {
			Object result = invoke(connection, method, arguments);
			return (result instanceof PreparedStatement statement) ? slow(statement) : result;
		});
	}

	private PreparedStatement slow(PreparedStatement statement) {
		AtomicInteger rows = new AtomicInteger();
		return proxy(PreparedStatement.class, (method, arguments) -> {
			if (method.getName().equals("addBatch")) {
				rows.incrementAndGet();
			}
			if (method.getName().equals("executeBatch") && rows.getAndSet(0) > this.maxRows) {
				throw new SQLTimeoutException("The statement was cancelled", "57014");
			}
			return invoke(statement, method, arguments);
		});
	}

	private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private static <T> T proxy(Class<T> type, Invocation invocation) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> invocation.invoke(method, arguments)));
	}

	private interface Invocation {

		@Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable;

	}

}
