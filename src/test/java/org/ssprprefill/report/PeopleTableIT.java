package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.ssprprefill.browser.InChromium;
import org.ssprprefill.browser.Tab;

import static org.assertj.core.api.Assertions.assertThat;

/** How the table of people answers its readers, in a real browser. */
@InChromium
class PeopleTableIT {

	private static final String NAMES = "[...document.querySelectorAll('#people-table tbody th')]"
			+ ".map((cell) => cell.textContent.split('@')[0]).join(' ')";

	private static final String COUNT = "document.getElementById('people-count').textContent";

	private static final String PLACE = "location.hash";

	/** Thirty people who miss a method, one without a licence, and a row of nobody's. */
	private static Path page() throws IOException {
		List<PersonLine> people = new ArrayList<>(IntStream.range(0, 30)
			.mapToObj((i) -> person("p" + (29 - i), "no-method", Integer.toString(100 - 2 * i), "Sales"))
			.toList());
		people.add(person("zoë", "not-licensed", "9", "Büro"));
		people.add(new PersonLine("hr.csv", OptionalLong.of(5), "", "", "x7", "", "unmatched", "", Map.of(), "", "", "",
				"", ""));
		return Pages.keep("people-table", Pages.of(Language.EN, RunReports.ordinary(), people));
	}

	private static PersonLine person(String name, String gap, String employeeId, String group) {
		return new PersonLine("hr.csv", OptionalLong.of(2), "id of " + name, name + "@contoso.com", employeeId, group,
				"matched", "", Map.of(), "none", "no", gap, "no", "Do something.");
	}

	private static void click(Tab tab, String selector) {
		tab.evaluate("document.querySelector(\"" + selector + "\").click()");
	}

	private static void search(Tab tab, String text) {
		tab.evaluate("document.getElementById('people-q').focus()");
		tab.type(text);
	}

	@Test
	void pagesThroughThePeopleInTheOrderOfTheRows(Tab tab) throws IOException {
		tab.go(page(), "");
		assertThat(tab.text(COUNT)).isEqualTo("32 people · page 1 of 2");
		assertThat(tab.text(NAMES)).startsWith("p29 p28 p27 ").endsWith(" p5");
		click(tab, "[data-to=following]");
		assertThat(tab.text(COUNT)).isEqualTo("32 people · page 2 of 2");
		assertThat(tab.text(NAMES)).isEqualTo("p4 p3 p2 p1 p0 zoë –");
		click(tab, "[data-to=following]");
		assertThat(tab.text(COUNT)).as("there is no further page").endsWith("page 2 of 2");
		click(tab, "[data-to=first]");
		assertThat(tab.text(NAMES)).startsWith("p29 p28 p27 ");
		assertThat(tab.text(PLACE)).isEqualTo("#people");
	}

	@Test
	void findsPeopleByPartsOfNameNumberGroupAndFile(Tab tab) throws IOException {
		tab.go(page(), "");
		search(tab, "SALES p1");
		assertThat(tab.text(NAMES)).isEqualTo("p19 p18 p17 p16 p15 p14 p13 p12 p11 p10 p1");
		assertThat(tab.text(COUNT)).isEqualTo("11 of 32 people");
		assertThat(tab.text("document.getElementById('people-q').value")).isEqualTo("SALES p1");
		tab.go(page(), "#people?q=b%C3%BCro");
		assertThat(tab.text(NAMES)).isEqualTo("zoë");
		tab.go(page(), "#people?q=X7");
		assertThat(tab.text(NAMES)).isEqualTo("–");
	}

	@Test
	void saysSoWhenNobodyFits(Tab tab) throws IOException {
		tab.go(page(), "");
		search(tab, "nobody of that name");
		assertThat(tab.text(COUNT)).isEqualTo("Nobody fits. Change the search, or show everybody listed.");
		assertThat(tab.text(NAMES)).isEmpty();
	}

	@Test
	void filtersByWhatIsInTheWay(Tab tab) throws IOException {
		tab.go(page(), "");
		assertThat(tab.text("[...document.getElementById('people-gap').options].map((each) => each.text).join('; ')"))
			.isEqualTo("Everybody listed (32); No usable method registered (30); No licence for a reset (1);"
					+ " HR’s row belongs to nobody in Entra (1)");
		tab.evaluate("{ const gap = document.getElementById('people-gap'); gap.value = 'not-licensed';"
				+ " gap.dispatchEvent(new Event('change')); }");
		assertThat(tab.text(NAMES)).isEqualTo("zoë");
		assertThat(tab.text(PLACE)).isEqualTo("#people?gap=not-licensed");
	}

	@Test
	void sortsByEachColumnNumbersAsNumbers(Tab tab) throws IOException {
		tab.go(page(), "");
		click(tab, "[data-sort=id] button");
		assertThat(tab.text(NAMES)).startsWith("zoë p0 p1 p2 ");
		assertThat(tab.text("document.querySelector('[data-sort=id]').ariaSort")).isEqualTo("ascending");
		click(tab, "[data-sort=id] button");
		assertThat(tab.text(NAMES)).startsWith("– p29 p28 ");
		assertThat(tab.text("document.querySelector('[data-sort=id]').ariaSort")).isEqualTo("descending");
		assertThat(tab.evaluate("document.querySelectorAll('[aria-sort]').length").asInt()).isOne();
		assertThat(tab.text(PLACE)).isEqualTo("#people?sort=-id");
		click(tab, "[data-sort=group] button");
		assertThat(tab.text(NAMES)).startsWith("– zoë p29 ");
		click(tab, "[data-sort=why] button");
		assertThat(tab.text(NAMES)).startsWith("– zoë p29 ");
		click(tab, "[data-sort=name] button");
		assertThat(tab.text(NAMES)).startsWith("– p0 p1 p10 p11 ");
	}

	@Test
	void anAddressBringsBackWhatWasSeen(Tab tab) throws IOException {
		tab.go(page(), "#people?gap=no-method&q=p&sort=-name&page=2");
		assertThat(tab.text(NAMES)).isEqualTo("p12 p11 p10 p1 p0");
		assertThat(tab.text(COUNT)).isEqualTo("30 of 32 people · page 2 of 2");
		assertThat(tab.text("document.getElementById('people-q').value")).isEqualTo("p");
		assertThat(tab.text("document.getElementById('people-gap').value")).isEqualTo("no-method");
		assertThat(tab.text("document.activeElement.id")).isEqualTo("people-title");
		assertThat(tab.evaluate("Math.abs(document.activeElement.getBoundingClientRect().top) < 200").asBoolean())
			.isTrue();
	}

	@Test
	void anAddressThatMakesNoSenseShowsEverybody(Tab tab) throws IOException {
		for (String place : List.of("#people?gap=__proto__&sort=constructor&page=-7",
				"#people?gap=constructor&sort=toString", "#people?", "#people?page=nine&unknown=1",
				"#elsewhere?gap=no-method")) {
			tab.go(page(), place);
			assertThat(tab.text(COUNT)).as(place).isEqualTo("32 people · page 1 of 2");
		}
		tab.go(page(), "#people?page=99&q=%E0%A4%A");
		assertThat(tab.text(COUNT)).startsWith("Nobody fits.");
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void aGapLeadsToItsPeopleAndTheWayBackLeadsBack(Tab tab) throws IOException {
		tab.go(page(), "");
		assertThat(tab.text(arrived("document.querySelector('.errands a[data-matter=not-licensed]').click()")))
			.isEqualTo("zoë");
		assertThat(tab.text(PLACE)).isEqualTo("#people?gap=not-licensed");
		assertThat(tab.text("document.activeElement.id")).isEqualTo("people-title");
		assertThat(tab.text(arrived("document.querySelector('#coverage a[data-matter=no-method]').click()")))
			.startsWith("p29 p28 ");
		assertThat(tab.text(arrived("history.back()"))).isEqualTo("zoë");
	}

	/** Who is listed once the page has gone where something led. */
	private static String arrived(String way) {
		return "new Promise((seen) => { addEventListener('hashchange', () => seen(" + NAMES + "), { once: true }); "
				+ way + "; })";
	}

	@Test
	void showsNamesAsTextsWhateverTheyAre(Tab tab) throws IOException {
		String name = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";
		tab.go(Pages.keep("hostile", Pages.of(Language.EN, RunReports.ordinary(),
				List.of(person(name, "no-method", "<b>1</b>", "{{x}} ${y}")))), "#people?q=onerror");
		assertThat(tab.text("document.querySelector('#people-table tbody th').textContent"))
			.isEqualTo(name + "@contoso.com");
		assertThat(tab.evaluate("document.querySelectorAll('#people-table img, #people-table b').length").asInt())
			.isZero();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void withoutScriptsTheFirstPageIsThereAndNothingThatWouldNotWork(Tab tab) throws IOException {
		tab.withoutScripts().go(page(), "");
		assertThat(tab.evaluate("document.querySelectorAll('#people-table tbody tr').length").asInt()).isEqualTo(25);
		assertThat(tab.text("document.getElementById('people').innerText"))
			.contains("1 to 25 of 32 people stand here; people.csv lists them all.", "p29@contoso.com")
			.doesNotContain("Previous", "Search");
		assertThat(tab.evaluate("document.querySelectorAll('#people-table button').length").asInt()).isZero();
	}

	@Test
	void everythingIsReachedAndWorkedByTheKeyboard(Tab tab) throws IOException {
		tab.go(page(), "");
		List<String> stops = new ArrayList<>();
		String stop = "(() => { const at = document.activeElement; return (at.id || at.textContent) + '|'"
				+ " + (at.matches(':focus-visible') && getComputedStyle(at).outlineStyle !== 'none'); })()";
		for (String at = ""; !at.startsWith("HR’s row") && stops.size() < 80;) {
			at = tab.press("Tab").text(stop);
			stops.add(at);
			switch (at.split("\\|")[0]) {
				case "people-q" -> tab.type("p");
				case "Employee id" -> tab.press("Enter");
				case "Group" -> tab.press("Space");
				default -> {
					// Only passed
				}
			}
		}
		assertThat(stops).as("what has the focus shows it").allMatch((at) -> at.endsWith("|true"));
		assertThat(stops.stream().map((at) -> at.split("\\|")[0])).containsSubsequence("Rows and methods", "People",
				"people-q", "people-gap", "First", "Previous", "Next", "Last", "User principal name", "Employee id",
				"Group", "Why, and what to do", "HR’s row");
		assertThat(tab.text(PLACE)).isEqualTo("#people?q=p&sort=group");
	}

}
