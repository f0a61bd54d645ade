package org.ssprprefill.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.ssprprefill.contact.SampleNumber;
import org.ssprprefill.coverage.Gap;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers that people read, held against those that programs read. */
public final class PrintedNumbers {

	/** Digits that belong to no word, such as {@code 1,204} and {@code 81.3}. */
	private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?");

	private PrintedNumbers() {
	}

	/**
	 * Every number in a text that people read is in {@code report.json}, as it is,
	 * rounded to one decimal, or as the sum of an object such as the counts of the four
	 * methods. Numbers in the program's own sentences are left aside.
	 * @param text a page or the last words of a run
	 * @param json {@code report.json}
	 */
	public static void assertTold(String text, String json) {
		Set<BigDecimal> told = numbers(json);
		for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
			told.addAll(told.stream().map((number) -> number.setScale(1, mode)).toList());
		}
		sums(JsonMapper.shared().readTree(json), told);
		told.addAll(numbers(
				sentences("words.properties") + sentences("sentences.properties") + sentences("rejects.properties")));
		told.addAll(numbers(SampleNumber.of(Language.EN.examples())));
		told.addAll(numbers("1 February 2027"));
		told.addAll(numbers(Arrays.stream(Gap.values()).map(Gap::remedy).collect(Collectors.joining(" "))));
		Set<BigDecimal> printed = numbers(words(text));
		printed.removeAll(told);
		assertThat(printed).as("printed, but not in report.json").isEmpty();
	}

	private static void sums(JsonNode node, Set<BigDecimal> told) {
		if (node.isObject()) {
			told.add(node.values()
				.stream()
				.filter(JsonNode::isIntegralNumber)
				.map(JsonNode::decimalValue)
				.reduce(BigDecimal.ZERO, BigDecimal::add));
		}
		node.forEach((child) -> sums(child, told));
	}

	/**
	 * What a reader sees of a page without its list of people, whose ids are no counts.
	 */
	private static String words(String html) {
		return html.replaceAll("(?s)<style>.*?</style>", " ")
			.replaceAll("(?s)<svg.*?</svg>", " ")
			.replaceAll("(?s)<div class=\"percents\".*?</div>", " ")
			.replaceAll("(?s)<section id=\"people\">.*?</section>", " ")
			.replaceAll("(?s)<script.*?</script>", " ")
			.replaceAll("<[^>]*>", " ")
			.replaceAll("&#\\d+;", " ")
			// report.json tells how long in seconds; a slow machine takes minutes
			.replaceAll("\\d+ (min|h) \\d+ (s|min)\\b", " ");
	}

	private static Set<BigDecimal> numbers(String text) {
		Set<BigDecimal> numbers = new TreeSet<>();
		Matcher matcher = NUMBER.matcher(text);
		while (matcher.find()) {
			numbers.add(new BigDecimal(matcher.group().replace(",", "")));
		}
		return numbers;
	}

	private static String sentences(String name) {
		try (InputStream stream = Objects.requireNonNull(PrintedNumbers.class.getResourceAsStream("/report/" + name))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
