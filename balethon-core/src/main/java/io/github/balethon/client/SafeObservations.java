package io.github.balethon.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops observations so that handlers, filters, predicates and conventions of
 * the application that throw cost an observation, and never the update or the call that
 * is observed. Each error is logged once.
 *
 * @since 0.1.0
 */
public final class SafeObservations {

	private static final Logger logger = LoggerFactory.getLogger(SafeObservations.class);

	private final ObservationRegistry registry;

	// Operation and type of each error that was logged.
	private final Set<String> logged = ConcurrentHashMap.newKeySet();

	/**
	 * Creates safe observations.
	 * @param registry the registry that is observed with
	 */
	public SafeObservations(ObservationRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Starts an observation.
	 * @param creator creates the observation without starting it
	 * @return the started observation, or a no-op one if it could not be started
	 */
	public Observation start(Supplier<Observation> creator) {
		Observation observation = null;
		try {
			observation = creator.get();
			return observation.start();
		}
		catch (Throwable ex) {
			failed("start", ex);
			if (observation != null) {
				// Handlers that have seen the start must see the end.
				stop(observation);
			}
			return Observation.NOOP;
		}
	}

	/**
	 * Signals the error of what is observed.
	 * @param observation the observation
	 * @param error the error
	 */
	public void error(Observation observation, Throwable error) {
		run("error", () -> observation.error(error));
	}

	/**
	 * Stops an observation.
	 * @param observation the observation
	 */
	public void stop(Observation observation) {
		run("stop", observation::stop);
	}

	/**
	 * Signals an event of an observation.
	 * @param observation the observation
	 * @param event what has happened
	 */
	public void event(Observation observation, Observation.Event event) {
		run("event", () -> observation.event(event));
	}

	private void run(String operation, Runnable action) {
		try {
			action.run();
		}
		catch (Throwable ex) {
			failed(operation, ex);
		}
	}

	/**
	 * Makes an observation the current one of this thread.
	 * @param observation the observation
	 * @return what ends that, on the same thread
	 */
	public SafeScope openScope(Observation observation) {
		if (observation.isNoop()) {
			return SafeScope.NOOP;
		}
		Observation.Scope previous = this.registry.getCurrentObservationScope();
		Observation.Scope scope;
		try {
			scope = observation.openScope();
		}
		catch (Throwable ex) {
			failed("openScope", ex);
			this.registry.setCurrentObservationScope(previous);
			return SafeScope.NOOP;
		}
		return () -> {
			try {
				scope.close();
			}
			catch (Throwable ex) {
				failed("closeScope", ex);
				this.registry.setCurrentObservationScope(previous);
			}
		};
	}

	/**
	 * Closes the scopes of this thread that were opened in another one and left open.
	 * @param expected the scope that is to be the current one, or {@code null} for none
	 */
	public void closeScopesAbove(Observation.@Nullable Scope expected) {
		Observation.Scope current = this.registry.getCurrentObservationScope();
		while (current != null && current != expected) {
			run("closeScope", current::close);
			Observation.Scope next = this.registry.getCurrentObservationScope();
			if (next == current) {
				this.registry.setCurrentObservationScope(expected);
				return;
			}
			current = next;
		}
	}

	/**
	 * Logs an error of code that observes, once per operation and type.
	 * @param operation the operation that has failed
	 * @param error the error
	 */
	public void failed(String operation, Throwable error) {
		if (this.logged.add(operation + error.getClass().getName())) {
			logger.warn(
					"Observation failed in {}, the observed operation continues: check the ObservationHandler, "
							+ "ObservationFilter, ObservationPredicate and convention beans of the application",
					operation, LogText.escape(error));
		}
	}

	/**
	 * The scope of an observation, whose end never fails.
	 */
	@FunctionalInterface
	public interface SafeScope extends AutoCloseable {

		/** The scope of no observation. */
		SafeScope NOOP = () -> {
		};

		@Override
		void close();

	}

}
