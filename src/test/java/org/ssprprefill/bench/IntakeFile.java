package org.ssprprefill.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * A large export as a Dutch payroll writes it, fictional throughout: four ways of writing
 * a number, and of every thousand rows eight with a damaged number or address, one that
 * repeats another, two that contradict each other, and one on a number of many. As the
 * numbers are drawn, one in fifty is some other person's too.
 */
final class IntakeFile {

	private static final int SUBSCRIBERS = 48_000_000;

	private final Random random = new Random(20261125);

	private IntakeFile() {
	}

	static void write(Path file, int rows) throws IOException {
		IntakeFile content = new IntakeFile();
		try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			out.write("Personeelsnummer;Naam;Mobiel;Privé e-mail;Land;Afdeling\r\n");
			for (int row = 0; row < rows; row++) {
				out.write(content.row(row));
			}
		}
	}

	private String row(int row) {
		int person = (row % 1000 == 501 || row % 1000 == 601) ? row - 1 : row;
		String country = (row % 3 == 0) ? "Nederland" : "";
		return String.format(Locale.ROOT, "%07d;\"Voorbeeld, René %d\";%s;%s;%s;Afdeling %d\r\n", person, person,
				mobile(row), address(person), country, row % 40);
	}

	private String mobile(int row) {
		int subscriber = 10_000_000 + this.random.nextInt(SUBSCRIBERS);
		return switch (row % 1000) {
			case 100 -> "3,16123E+10";
			case 200 -> String.valueOf(600_000_000 + subscriber);
			case 300 -> "020 123 4567";
			case 400 -> "06-" + subscriber / 10;
			case 550 -> "06-10000001";
			case 600, 601 -> String.format(Locale.ROOT, "06-2%07d", row / 1000);
			default -> mobile(row % 4, subscriber);
		};
	}

	private static String mobile(int form, int subscriber) {
		return switch (form) {
			case 0 -> "06-" + subscriber;
			case 1 -> String.format(Locale.ROOT, "06 %d %04d", subscriber / 10_000, subscriber % 10_000);
			case 2 -> "+316" + subscriber;
			default -> "0031 6 " + subscriber;
		};
	}

	private static String address(int row) {
		return switch (row % 1000) {
			case 150 -> "geen";
			case 250 -> "\"persoon" + row + "@example.org; persoon@example.com\"";
			case 350 -> "persoon" + row + "@contoso.com";
			case 450 -> "persoon" + row + "@example";
			default -> "persoon" + row + "@example.org";
		};
	}

}
