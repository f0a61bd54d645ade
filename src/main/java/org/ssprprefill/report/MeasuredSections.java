package org.ssprprefill.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ssprprefill.coverage.Coverage;
import org.ssprprefill.coverage.CoverageRules;
import org.ssprprefill.coverage.Entitlements;
import org.ssprprefill.coverage.LicenceCatalog;
import org.ssprprefill.coverage.SeatNeed;
import org.ssprprefill.coverage.Share;
import org.ssprprefill.coverage.SsprSettings;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.timeline.Channel;
import org.ssprprefill.timeline.Ending;
import org.ssprprefill.timeline.Timeline;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two sections that are measured once and printed whenever the report is written.
 *
 * @param licence the licences
 * @param coverage the coverage, without the trend
 */
public record MeasuredSections(LicenceSection licence, CoverageSection coverage) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Nothing was measured. */
	public static final MeasuredSections NONE = new MeasuredSections(LicenceSection.NONE, CoverageSection.NONE);

	/**
	 * Puts measurements into the words of the report.
	 * @param coverage what the people add up to
	 * @param skus the tenant's products
	 * @param rules what the coverage rests on
	 * @param reportAsOf the age of the registration report; nothing where it is
	 * unreadable
	 * @return the sections
	 */
	public static MeasuredSections of(Coverage coverage, Answer<List<Sku>> skus, CoverageRules rules,
			Optional<Instant> reportAsOf) {
		return new MeasuredSections(licence(coverage, skus, rules.settings()), coverage(coverage, rules, reportAsOf));
	}

	private static LicenceSection licence(Coverage coverage, Answer<List<Sku>> answer, SsprSettings settings) {
		LicenceCatalog catalog = LicenceCatalog.standard();
		Entitlements entitlements = new Entitlements(catalog, answer, settings.office365Entitles());
		List<Sku> skus = answer.value().orElse(List.of());
		List<LicenceSection.SkuLine> lines = new ArrayList<>();
		for (Sku sku : skus) {
			lines.add(new LicenceSection.SkuLine(sku.skuId(), sku.partNumber(),
					catalog.productName(sku.skuId(), sku.partNumber()), sku.seats(), sku.consumed(),
					LicenceSection.Entitles.valueOf(entitlements.entitles(sku).name())));
		}
		return new LicenceSection(answer.value().isPresent(), (int) coverage.entitled().part(),
				(int) coverage.notEntitled(), (int) SeatNeed.seatsMissing(coverage, entitlements, skus), lines);
	}

	private static CoverageSection coverage(Coverage coverage, CoverageRules rules, Optional<Instant> reportAsOf) {
		SsprSettings settings = rules.settings();
		Map<String, Integer> reasons = new HashMap<>();
		coverage.gaps().forEach((gap, people) -> reasons.put(gap, people.intValue()));
		List<CoverageSection.GroupLine> groups = new ArrayList<>();
		coverage.groups()
			.forEach((group, share) -> groups
				.add(new CoverageSection.GroupLine(group, (int) share.whole(), (int) share.part(), share.percent())));
		OptionalDouble target = settings.target().isPresent() ? OptionalDouble.of(settings.target().getAsInt())
				: OptionalDouble.empty();
		OptionalDouble percent = reportAsOf.isPresent() ? coverage.canReset().percent() : OptionalDouble.empty();
		List<CoverageSection.TimelineEntry> timeline = timeline(coverage, rules.timeline(), reportAsOf.isPresent());
		return new CoverageSection(reportAsOf.isPresent(), (int) coverage.population(),
				(int) coverage.canReset().part(), percent, target, reportAsOf, reasons,
				later(rules, timeline,
						new CoverageSection.Later(
								(int) coverage.canReset().part(), percent, settings.ownTelecomProvider().word())),
				groups, List.of(),
				new CoverageSection.Effectiveness((int) coverage.effectiveness().whole(),
						(int) coverage.effectiveness().part()),
				timeline,
				new CoverageSection.PhoneOnly((int) coverage.phoneOnly().reset(), (int) coverage.phoneOnly().mfa()));
	}

	/** What each ending leaves, and whom it takes. */
	private static List<CoverageSection.TimelineEntry> timeline(Coverage coverage, Timeline timeline,
			boolean measurable) {
		List<CoverageSection.TimelineEntry> entries = new ArrayList<>();
		long before = coverage.canReset().part();
		for (int index = 0; index < timeline.endings().size(); index++) {
			Ending ending = timeline.endings().get(index);
			Share then = coverage.later().get(index);
			entries.add(new CoverageSection.TimelineEntry(ending.date(),
					ending.ends().stream().sorted().map(Channel::word).toList(), ending.audience().word(),
					(int) then.part(), (int) (before - then.part()),
					measurable ? then.percent() : OptionalDouble.empty(), ending.source()));
			before = then.part();
		}
		return entries;
	}

	/** The entry of the end of SMS and voice; today's answer where nothing ends. */
	private static CoverageSection.Later later(CoverageRules rules, List<CoverageSection.TimelineEntry> timeline,
			CoverageSection.Later today) {
		return rules.timeline()
			.endOfPhones()
			.map((end) -> timeline.get(rules.timeline().endings().indexOf(end)))
			.map((entry) -> new CoverageSection.Later(entry.canReset(), entry.percent(), today.ownTelecomProvider()))
			.orElse(today);
	}

	/**
	 * Writes the sections for the ledger.
	 * @return JSON
	 */
	public String write() {
		return JSON.writeValueAsString(this);
	}

	/**
	 * Reads the sections from the ledger.
	 * @param json what {@link #write} wrote
	 * @return the sections
	 */
	public static MeasuredSections read(String json) {
		ObjectNode tree = (ObjectNode) JSON.readTree(json);
		ReportUpgrade.coverage(tree.withObject("/coverage"));
		return JSON.treeToValue(tree, MeasuredSections.class);
	}

	CoverageSection coverageWith(List<CoverageSection.TrendPoint> trend) {
		return new CoverageSection(this.coverage.measurable(), this.coverage.population(), this.coverage.canReset(),
				this.coverage.percent(), this.coverage.target(), this.coverage.registrationReportAsOf(),
				this.coverage.reasons(), this.coverage.fromFebruary2027(), this.coverage.groups(), trend,
				this.coverage.effectiveness(), this.coverage.timeline(), this.coverage.phoneOnly());
	}

}
