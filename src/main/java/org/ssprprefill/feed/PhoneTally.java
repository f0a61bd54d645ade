package org.ssprprefill.feed;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.PhoneNumber;

/** Counts the accepted numbers of a file by country code, from several threads. */
final class PhoneTally {

	private final Map<String, Adders> adders = new ConcurrentHashMap<>();

	/** The numbers of one code. */
	private record Adders(LongAdder accepted, LongAdder national) {
	}

	/** Counts a value, if it is a number. */
	void add(String cell, ContactValue value) {
		if (value instanceof PhoneNumber number) {
			Adders adder = this.adders.computeIfAbsent(number.countryCode(),
					(code) -> new Adders(new LongAdder(), new LongAdder()));
			adder.accepted().increment();
			if (!hasCode(cell)) {
				adder.national().increment();
			}
		}
	}

	/** Whether a cell begins as international numbers do: with a plus sign or 00. */
	private static boolean hasCode(String cell) {
		int zeros = 0;
		for (int at = 0; at < cell.length() && zeros < 2; at++) {
			char c = cell.charAt(at);
			if (c == '+' || c == '\uff0b') {
				return true;
			}
			if (Character.isDigit(c)) {
				if (Character.digit(c, 10) != 0) {
					return false;
				}
				zeros++;
			}
		}
		return zeros > 1;
	}

	/** The counts so far, by code. */
	SortedMap<String, PhoneCount> counts() {
		SortedMap<String, PhoneCount> counts = new TreeMap<>();
		this.adders.forEach((code, adder) -> counts.put(code,
				new PhoneCount(adder.accepted().intValue(), adder.national().intValue())));
		return counts;
	}

}
