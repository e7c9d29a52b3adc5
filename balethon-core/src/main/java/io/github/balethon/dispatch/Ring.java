package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/**
 * The newest elements of a sequence. Adding an element costs two atomic operations, from
 * any thread.
 *
 * @param <E> the type of the elements
 */
final class Ring<E> {

	private final AtomicReferenceArray<E> elements;

	private final AtomicInteger next = new AtomicInteger();

	/**
	 * Creates a ring.
	 * @param capacity maximum number of elements, at least 1
	 */
	Ring(int capacity) {
		this.elements = new AtomicReferenceArray<>(capacity);
	}

	void add(E element) {
		int place = Integer.remainderUnsigned(this.next.getAndIncrement(), this.elements.length());
		this.elements.setRelease(place, element);
	}

	/**
	 * Finds elements, in no particular order.
	 * @param condition the condition
	 * @return the elements that match
	 */
	List<E> find(Predicate<E> condition) {
		List<E> found = new ArrayList<>();
		for (int i = 0; i < this.elements.length(); i++) {
			E element = this.elements.getAcquire(i);
			if (element != null && condition.test(element)) {
				found.add(element);
			}
		}
		return found;
	}

}
