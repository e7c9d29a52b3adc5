package io.github.balethon.sample;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Orders in the database. An update can be handled twice after a crash; its order is
 * placed once, as the idempotency key is unique.
 */
@Repository
class Orders {

	private final JdbcClient jdbc;

	Orders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Places an order, unless one with this key has already been placed.
	 * @param key the key of the update, or the identifier of the payment
	 * @param customer identifier of the user
	 * @param product identifier of the product
	 * @return the number of the order, the same each time
	 */
	long place(String key, long customer, int product) {
		this.jdbc.sql("""
				INSERT INTO orders (idempotency_key, customer, product)
				SELECT :key, :customer, :product
				WHERE NOT EXISTS (SELECT 1 FROM orders WHERE idempotency_key = :key)
				""").param("key", key).param("customer", customer).param("product", product).update();
		return this.jdbc.sql("SELECT number FROM orders WHERE idempotency_key = :key")
			.param("key", key)
			.query(Long.class)
			.single();
	}

	/**
	 * Returns whether a user has placed an order.
	 * @param number number of the order
	 * @param customer identifier of the user
	 * @return {@code true} if the user has placed it
	 */
	boolean exists(long number, long customer) {
		return this.jdbc.sql("SELECT COUNT(*) FROM orders WHERE number = :number AND customer = :customer")
			.param("number", number)
			.param("customer", customer)
			.query(Integer.class)
			.single() > 0;
	}

}
