package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.ssprprefill.browser.InChromium;
import org.ssprprefill.browser.Tab;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on paper. */
@InChromium
class PrintedPageIT {

	@ParameterizedTest
	@CsvFileSource(resources = "/pages.csv")
	void printsOnA4WithTheFirstPeopleAndWhatIsFolded(int people, Language language, Tab tab) throws IOException {
		byte[] printed = tab.scheme("dark").go(Pages.of(getClass(), language, people), "").print();
		Path file = Path.of("target", "screenshots", "report-%d-%s.pdf".formatted(people, language.word()));
		Files.write(Files.createDirectories(file.getParent()).resolve(file.getFileName()), printed);
		try (PDDocument document = Loader.loadPDF(printed)) {
			assertThat(document.getNumberOfPages()).isBetween(1, 12);
			document.getPages().forEach((page) -> {
				assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), Offset.offset(1f));
				assertThat(page.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), Offset.offset(1f));
			});
			String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
			Texts texts = Texts.in(language);
			String rest = (people == 0) ? texts.say("html.people.nobody")
					: texts.say("html.people.part", 1, 25, people);
			assertThat(text).contains(Headline.of(Crowd.report(people), texts), rest, texts.say("html.graph"))
				.doesNotContain(texts.say("html.people.search"), texts.say("html.people.pages.following"));
			if (people > 0) {
				assertThat(text).contains("jan.jansen@contoso.com", texts.say("html.work.left.people"),
						texts.barrier("admin-role"));
			}
		}
	}

}
