package org.ssprprefill.graph;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import okhttp3.HttpUrl;

/**
 * Reads many lists in few exchanges: the next page of up to twenty of them in one JSON
 * batch (learn.microsoft.com, graph/json-batching). An item that was not answered is
 * asked by itself, with the patience of a single question; a refusal is the item's own.
 * Where a service refuses the batch as a whole, that says nothing about its items, and
 * each of them is asked by itself too.
 */
final class BatchedLists {

	private final JsonBatch batch;

	private final RetryingRequest inquiry;

	private final Pages pages;

	private final String root;

	BatchedLists(GraphSender wire, RetryingRequest inquiry, Pages pages) {
		this.batch = new JsonBatch(wire);
		this.inquiry = inquiry;
		this.pages = pages;
		this.root = HttpUrl.get(wire.endpoint().toString()).toString();
	}

	/**
	 * Reads all lists to their ends.
	 * @param family the group that all their requests belong to
	 * @param lists any number of lists
	 * @return for each list, in their order, what was answered instead of a page
	 * @throws org.ssprprefill.tenant.TenantUnavailableException if any page is not
	 * answered in time
	 */
	List<Optional<GraphResponse>> read(Family family, List<Listing> lists) {
		List<Reading> all = lists.stream().map(Reading::new).toList();
		Deque<Reading> open = new ArrayDeque<>(all);
		while (!open.isEmpty()) {
			List<Reading> round = new ArrayList<>();
			while (!open.isEmpty() && round.size() < JsonBatch.LARGEST) {
				round.add(open.remove());
			}
			int answered = answer(family, round);
			round.stream().limit(answered).filter((reading) -> !reading.ended).forEach(open::add);
			for (int i = round.size() - 1; i >= answered; i--) {
				open.addFirst(round.get(i));
			}
		}
		return all.stream().map((reading) -> reading.refusal).toList();
	}

	/** How many of them, the first ones, have their answer. */
	private int answer(Family family, List<Reading> round) {
		List<JsonBatch.Item> items = items(round);
		Reading first = round.get(0);
		if (items.size() < 2) {
			askAlone(first);
			return 1;
		}
		BatchResponse exchanged = this.inquiry.insist(first.listing.question().words().inEnglish(),
				() -> this.batch.send(family, items));
		for (int i = 0; i < exchanged.count(); i++) {
			GraphResponse reply = exchanged.items().get(i);
			if (reply == null || !isAnswer(reply)) {
				askAlone(round.get(i));
			}
			else {
				round.get(i).take(reply);
			}
		}
		return exchanged.count();
	}

	private static boolean isAnswer(GraphResponse reply) {
		boolean failedWithOthers = reply.status() == 424;
		boolean unreadable = reply.isSuccess() && !reply.body().isObject();
		return !unreadable && !failedWithOthers && !GraphResponse.passes(reply.status());
	}

	private void askAlone(Reading reading) {
		reading.take(this.inquiry.ask(reading.listing.question(), () -> Pages.page(reading.at)));
	}

	/** The first ones, as far as a batch can name their pages. */
	private List<JsonBatch.Item> items(List<Reading> round) {
		return round.stream()
			.map((reading) -> reading.at.toString())
			.takeWhile((address) -> address.startsWith(this.root + "/"))
			.map((address) -> new JsonBatch.Item("GET", address.substring(this.root.length()), Map.of(),
					UUID.randomUUID().toString()))
			.toList();
	}

	/** How far one list is read. */
	private final class Reading {

		private final Listing listing;

		private final Set<String> read = new HashSet<>();

		private URI at;

		private boolean sized;

		private boolean ended;

		private Optional<GraphResponse> refusal = Optional.empty();

		Reading(Listing listing) {
			this.listing = listing;
			this.at = Pages.address(listing.first().get());
			this.sized = listing.unsized().isPresent();
		}

		void take(GraphResponse reply) {
			if (reply.status() == 400 && this.sized) {
				this.at = Pages.address(this.listing.unsized().orElseThrow().get());
				this.sized = false;
			}
			else if (!Pages.isPage(reply)) {
				this.refusal = Optional.of(reply);
				this.ended = true;
			}
			else {
				turn(reply);
			}
		}

		private void turn(GraphResponse page) {
			this.sized = false;
			this.listing.receiver().accept(page.body().path("value"));
			String next = Pages.next(page);
			this.ended = next.isEmpty();
			if (!this.ended) {
				this.at = BatchedLists.this.pages.link(this.listing.question(), next, this.read);
			}
		}

	}

}
