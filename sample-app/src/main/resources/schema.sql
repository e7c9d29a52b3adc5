CREATE TABLE IF NOT EXISTS orders (
	number          BIGINT       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	idempotency_key VARCHAR(100) NOT NULL UNIQUE,
	customer        BIGINT       NOT NULL,
	product         INTEGER      NOT NULL
);
