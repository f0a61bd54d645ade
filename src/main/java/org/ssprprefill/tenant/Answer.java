package org.ssprprefill.tenant;

import java.util.Optional;

/**
 * A tenant's answer to one question.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

	/**
	 * What was asked for.
	 * @return the value, or nothing if it could not be read
	 */
	Optional<T> value();

	/**
	 * The question was answered.
	 *
	 * @param <T> what was asked for
	 * @param content the answer
	 */
	record Read<T>(T content) implements Answer<T> {

		@Override
		public Optional<T> value() {
			return Optional.of(this.content);
		}

	}

	/**
	 * The tenant will not say.
	 *
	 * @param <T> what was asked for
	 * @param obstacle why not
	 */
	record Unreadable<T>(Obstacle obstacle) implements Answer<T> {

		@Override
		public Optional<T> value() {
			return Optional.empty();
		}

	}

}
