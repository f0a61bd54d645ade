package org.ssprprefill.graph;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.microsoft.kiota.RequestInformation;
import tools.jackson.databind.JsonNode;

/**
 * A list to be read page by page, beside others.
 *
 * @param question the question
 * @param first builds the request for the first page
 * @param unsized builds it without a page size, for tenants that refuse one
 * @param receiver takes the {@code value} of each page
 */
record Listing(Question question, Supplier<RequestInformation> first, Optional<Supplier<RequestInformation>> unsized,
		Consumer<JsonNode> receiver) {

	static Listing of(Question question, Supplier<RequestInformation> first, Consumer<JsonNode> receiver) {
		return new Listing(question, first, Optional.empty(), receiver);
	}

}
