package io.github.balethon.test.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application under test.
 */
@SpringBootApplication
class ShopApplication {

}
