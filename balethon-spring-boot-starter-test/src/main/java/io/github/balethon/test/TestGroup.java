package io.github.balethon.test;

import io.github.balethon.emulator.Group;

/**
 * A group or channel of a test.
 *
 * @since 0.1.0
 * @see BaleTester#group(String, TestUser...)
 * @see TestUser#in(TestGroup)
 */
public final class TestGroup {

	private final TestChat chat;

	private final Group group;

	TestGroup(TestChats chats, Group group) {
		this.chat = chats.group(group);
		this.group = group;
	}

	/**
	 * Returns the group of the emulator, for example to change rights.
	 * @return the group
	 */
	public Group group() {
		return this.group;
	}

	TestChat chat() {
		return this.chat;
	}

	@Override
	public String toString() {
		return this.group.title();
	}

}
