package org.ssprprefill.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Tests for {@link LicenceCatalog}. */
class LicenceCatalogTests {

	private static final String DATE = "# As of: 2026-07-29";

	private final LicenceCatalog catalog = LicenceCatalog.standard();

	@Test
	void holdsEveryProductWithEntraIdP1OrP2() {
		assertThat(this.catalog.products()).filteredOn((product) -> product.entitles() == Entitlement.WRITEBACK)
			.hasSize(68)
			.noneMatch((product) -> product.premiumPlans().isEmpty());
	}

	@Test
	void holdsTheBusinessStandardFamilyAndTheRooms() {
		assertThat(this.catalog.products()).filteredOn((product) -> product.entitles() == Entitlement.CLOUD_RESET)
			.hasSize(5);
		assertThat(this.catalog.products()).filteredOn(Product::forDevices).hasSize(10);
	}

	@Test
	void saysHowOldItIs() {
		assertThat(this.catalog.asOf()).isEqualTo("2026-07-29");
	}

	/**
	 * Whoever brings the file up to date also says where from, and no newer than today.
	 */
	@Test
	void saysWhereItComesFrom() throws IOException {
		try (InputStream file = LicenceCatalogTests.class.getResourceAsStream("/coverage/licences.txt")) {
			String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			assertThat(text).contains("# Source: Microsoft Learn", "licensing-service-plan-reference.md",
					"# To bring it up to date:");
		}
		assertThat(this.catalog.asOf()).isBetween(LocalDate.of(2026, 7, 29), LocalDate.now());
	}

	@Test
	void namesProductsAsMicrosoftDoes() {
		assertThat(this.catalog.productName("f245ecc8-75af-4f8e-b61f-27d8114de5f3", "O365_BUSINESS_PREMIUM"))
			.isEqualTo("Microsoft 365 Business Standard");
		assertThat(this.catalog.productName("11111111-2222-3333-4444-555555555555", "BRAND_NEW"))
			.isEqualTo("BRAND_NEW");
	}

	@Test
	void refusesAFileWithoutADate() {
		assertThatIllegalStateException().isThrownBy(() -> LicenceCatalog.of(List.of()))
			.withMessageContaining("does not say its date");
	}

	@Test
	void refusesAProductNamedTwice() {
		String line = "A | 11111111-2222-3333-4444-555555555555 | P1 | writeback | people | A product";
		assertThatIllegalStateException().isThrownBy(() -> LicenceCatalog.of(List.of(DATE, line, line)))
			.withMessageContaining("twice");
	}

	@ParameterizedTest
	@ValueSource(strings = { "A | not-a-guid | P1 | writeback | people | A product",
			"A | 11111111-2222-3333-4444-555555555555 | P1 | writeback | people",
			"A | 11111111-2222-3333-4444-555555555555 | P3 | writeback | people | A product",
			"A | 11111111-2222-3333-4444-555555555555 | P1 | everything | people | A product",
			"A | 11111111-2222-3333-4444-555555555555 | P1 | writeback | cats | A product",
			"A | 11111111-2222-3333-4444-555555555555 | P1 | none | people | A product",
			"A | 11111111-2222-3333-4444-555555555555 | none | writeback | people | A product" })
	void refusesADamagedLine(String line) {
		assertThatIllegalStateException().isThrownBy(() -> LicenceCatalog.of(List.of(DATE, line)))
			.withMessageContaining("damaged line");
	}

}
