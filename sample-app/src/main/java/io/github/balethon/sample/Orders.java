package io.github.balethon.sample;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Orders in the database. An update can be handled twice after a crash; its order is
 * placed once, as the key of the update is unique.
 */
@Repository
class Orders {

	private final JdbcClient jdbc;

	Orders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Places an order, unless this update has already placed one.
	 * @param updateKey the key of the update
	 * @param customer identifier of the user
	 * @param product identifier of the product
	 * @return the number of the order, the same each time the update is handled
	 */
	long place(String updateKey, long customer, int product) {
		this.jdbc.sql("""
				INSERT INTO orders (update_key, customer, product)
				SELECT :key, :customer, :product
				WHERE NOT EXISTS (SELECT 1 FROM orders WHERE update_key = :key)
				""").param("key", updateKey).param("customer", customer).param("product", product).update();
		return this.jdbc.sql("SELECT number FROM orders WHERE update_key = :key")
			.param("key", updateKey)
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
