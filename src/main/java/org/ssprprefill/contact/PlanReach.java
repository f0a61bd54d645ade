package org.ssprprefill.contact;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.NumberFormat;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;

/**
 * How many digits of a number its plan looks at, as the patterns show that libphonenumber
 * applies: those of prefixes at the beginning, those of ranges and of written forms with
 * and without the prefix, in every country of the code.
 */
final class PlanReach {

	/** Of a number whose last digit may count. */
	static final int WHOLE = Integer.MAX_VALUE;

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	private static final MetadataSource METADATA = DefaultMetadataDependenciesProvider.getInstance()
		.getPhoneNumberMetadataSource();

	private PlanReach() {
	}

	/**
	 * How many digits decide.
	 * @param digits the number as dialled, without plus sign and country code
	 * @param code the number's country code, for example {@code +31}
	 * @param dialledIn the country whose national form it has, if it has one
	 * @param prefix how many digits precede the national number
	 */
	static int of(String digits, String code, Optional<Country> dialledIn, int prefix) {
		int countryCode = Integer.parseInt(code.substring(1));
		List<PhoneMetadata> plans = PLANS.getRegionCodesForCountryCode(countryCode)
			.stream()
			.filter((region) -> !region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY))
			.map(METADATA::getMetadataForRegion)
			.toList();
		PatternReach reach = new PatternReach(digits);
		if (plans.isEmpty() || dialledIn.filter((country) -> leads(reach, country, countryCode)).isPresent()) {
			return WHOLE;
		}
		int starts = 1;
		for (PhoneMetadata plan : plans) {
			starts |= reach.follow(plan.getNationalPrefixForParsing(), 1);
		}
		int begins = starts;
		plans.stream().flatMap(PlanReach::patterns).forEach((pattern) -> reach.follow(pattern, begins));
		DiallingCustoms.exception(countryCode).ifPresent((pattern) -> reach.follow(pattern, begins));
		return ((begins & (1 << prefix)) != 0) ? reach.looked() : WHOLE;
	}

	/** Whether the digits may begin with a country code, or with what leads abroad. */
	private static boolean leads(PatternReach reach, Country country, int countryCode) {
		PhoneMetadata own = METADATA.getMetadataForRegion(country.code());
		return own == null || own.getCountryCode() != countryCode
				|| (reach.follow(String.valueOf(countryCode), 1) | reach.follow(own.getInternationalPrefix(), 1)) != 0;
	}

	private static Stream<String> patterns(PhoneMetadata plan) {
		Stream<PhoneNumberDesc> kinds = Stream.of(plan.getGeneralDesc(), plan.getFixedLine(), plan.getMobile(),
				plan.getTollFree(), plan.getPremiumRate(), plan.getSharedCost(), plan.getPersonalNumber(),
				plan.getVoip(), plan.getPager(), plan.getUan(), plan.getVoicemail());
		return Stream
			.of(Stream.of(plan.getLeadingDigits()), kinds.map(PhoneNumberDesc::getNationalNumberPattern),
					plan.getNumberFormatList().stream().flatMap(PlanReach::patterns))
			.flatMap((patterns) -> patterns);
	}

	private static Stream<String> patterns(NumberFormat form) {
		return Stream.concat(Stream.of(form.getPattern()),
				IntStream.range(0, form.leadingDigitsPatternSize()).mapToObj(form::getLeadingDigitsPattern));
	}

}
