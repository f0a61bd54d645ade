package org.ssprprefill.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.Country;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names of every alphabet in every set that can write them: read as they are, or refused,
 * and never as other names.
 */
class CharsetLawTests {

	private static final List<Charset> SETS = List
		.of("windows-1252", "windows-1250", "windows-1254", "windows-1257", "x-MacRoman", "ISO-8859-15", "ISO-8859-2")
		.stream()
		.map(Charset::forName)
		.toList();

	private static final int LISTS = 400;

	private static final int LONGEST = 6;

	/** Sets that one region's machines write. */
	private static final Map<String, Set<String>> REGIONAL = Map.of("windows-1254", Set.of("TR"), "windows-1257",
			Set.of("EE", "LT", "LV"));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
							DE | Köhler Schröder Löffler Böhm Müller Größe Jäger Grönemeyer Groß Düsseldorf Günther Jörg Förster Völker Öztürk
							FR | René François Hélène Zoë Lebœuf Cœur Œuvre Schœlcher Août école étude Benoît Noël Jérôme Goût Brûlé
							ES | Raúl Jesús Núria Muñoz García María Íñigo Úrsula Ángel Peña Lucía Saúl Núñez Iván
							PT | João Conceição Gonçalves Lourenço Araújo Lúcia Itaú Inês António Luís
							NL | Coördinatie Daniël Zoë Renée Joëlle Jorät Coöperatie Chloé Kübler
							SE | Björn Åse Höök Malmö Lidingö Sjöö Åström Hägg Törnqvist Östberg
							FI | Hämäläinen Töölö yhtiö Pöyry Löytynoja Mäki Työ Grönroos Šimek Tomaš Köykkä
							DK | Søren Kjær Bjørn Åse Jørgensen Næstved Rønne
							IS | Sigurður Þór Guðrún Ýr Björn Sæmundsdóttir
							CZ | Dvořák Jiří Novotný Tomaš Miloš Šimon Štefan Dušan Božena Žižka Žaneta Ludmila Krška Lukáš Pšenička
							SK | Kováč Ľubomír Šťastný Žofia Štefan Miloš Tomáš Žďánsky Mária
							SI | Krško Žmavc Žnidaršič Matjaž Tomaž Štrukelj Janša Boštjan Veršnik Škrljevo Vaška
							HR | Đorđe Živković Šimić Željko Miloš Dušan Tršek Hržić Nikša Šćepan
							PL | Wiśniewski Łukasz Wałęsa Żółć Śliwa Kuźniar Niedźwiedź Staś Grażyna Kościuszko Źródło Łódź
							HU | Kovács Győző Szűcs Őri Török Nagyné Zoltán Jenő Ödön Fülöp
							RO | Ştefan Ioniţă Brâncuşi Mărioara Ţepeş Înăuţ
							TR | Şahin Yılmaz Doğan Gül Çelik İnci Öztürk Ayşe Gökçe
							LV | Jānis Bērziņš Kalniņš Ķirķis Līga Kārlis Ozoliņa Ģirts Āboliņa Rūta Šķēle
					LT | Kęstutis Žukauskas Jonušaitė Rūta Kazlauskaitė Sūnaitė Vaičiūnas Šarūnas Ąžuolas Ulčinskienė
					EE | Tõnu Jüri Köster Märt Šeršov Žuravljov Õnne Pärnu Rüütel
							""")
	void readsNamesAsTheyAreOrNotAtAll(String country, String names) throws IOException {
		List<String> all = Arrays.asList(names.split(" "));
		Random random = new Random(country.hashCode());
		List<String> wrong = new ArrayList<>();
		for (Charset set : SETS.stream().filter((it) -> isWrittenIn(country, it)).toList()) {
			List<String> writable = new ArrayList<>(all.stream().filter(set.newEncoder()::canEncode).toList());
			// Where nothing tells of the Baltic, a name or two are taken for Western ones
			boolean baltic = set.name().equals("windows-1257");
			for (int list = 0; list < LISTS && !writable.isEmpty(); list++) {
				Collections.shuffle(writable, random);
				List<String> some = writable.subList(0, 1 + random.nextInt(Math.min(LONGEST, writable.size())));
				for (Optional<Country> home : baltic ? List.of(Optional.of(new Country(country)))
						: List.of(Optional.<Country>empty(), Optional.of(new Country(country)))) {
					String text = String.join("\n", some);
					read(text, set, home).filter((read) -> !read.equals(text))
						.ifPresent((read) -> wrong
							.add(set + " " + home.map(Country::code) + ": " + some + " as " + read.replace('\n', ' ')));
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	private static boolean isWrittenIn(String country, Charset set) {
		boolean regional = REGIONAL.values().stream().anyMatch((countries) -> countries.contains(country));
		return REGIONAL.getOrDefault(set.name(), Set.of(country)).contains(country)
				&& !(regional && (set.name().equals("windows-1250") || set.name().equals("ISO-8859-2")));
	}

	private static Optional<String> read(String text, Charset set, Optional<Country> home) throws IOException {
		byte[] bytes = text.getBytes(set);
		try {
			Charset found = CharsetDetector.of(NonAsciiWords.of(new ByteArrayInputStream(bytes)), home);
			return Optional.of(new String(bytes, found));
		}
		catch (RefusedExportException ex) {
			return Optional.empty();
		}
	}

}
