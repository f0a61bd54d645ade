#!/usr/bin/env bash
# libphonenumber 9.0.43 (com.googlecode.libphonenumber), Java 17, seen on 2026-11-30
#
# What was run: the library's own example mobile numbers of some countries, written with country code but without the
#   plus (a spreadsheet takes "+49..." for a number), parsed with that country as default region; and 9,000 made-up
#   German ones of every mobile prefix.
# One would guess: parse() takes the country code for what it is, as it does for the Netherlands, France or Austria.
# Seen: every German one becomes ANOTHER valid number: 49 151 23... is read as 0491 5123..., a fixed line in the town
#   of Leer. isValidNumber is true and nothing hints at the guess. The same happens in Indonesia and Kosovo. Compare
#   what was typed with the national format of what was parsed.
# The first argument is another version to try.
set -euo pipefail

version="${1:-9.0.43}"
expected='NL 31612345678 is read as +31 6 12345678, MOBILE, valid
FR 33612345678 is read as +33 6 12 34 56 78, MOBILE, valid
AT 43664123456 is read as +43 664 123456, MOBILE, valid
DE 4915123456789 is read as +49 491 5123456789, FIXED_LINE, valid
ID 62812345678 is read as +62 628 12345678, FIXED_LINE, valid
XK 38343201234 is read as +383 38 343201234, FIXED_LINE, valid
German mobiles read as another valid number: 9000 of 9000'

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
cannot() { echo "Cannot run: $1" >&2; exit 2; }
for tool in java mvn; do
  command -v "$tool" > /dev/null || cannot "$tool is not installed"
done

cat > pom.xml << POM
<project>
 <modelVersion>4.0.0</modelVersion>
 <groupId>finding</groupId>
 <artifactId>finding</artifactId>
 <version>1</version>
 <dependencies>
  <dependency>
    <groupId>com.googlecode.libphonenumber</groupId>
    <artifactId>libphonenumber</artifactId>
    <version>$version</version>
  </dependency>
 </dependencies>
</project>
POM
mvn -q -B -Dmaven.repo.local="$work/m2" -Dmdep.outputFile=classpath \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath > maven.log 2>&1 \
  || { grep -m 1 ERROR maven.log >&2 || true; cannot "Maven Central did not hand out version $version"; }

cat > Main.java << 'JAVA'
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.*;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.*;

public class Main {

	static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

	public static void main(String[] args) throws Exception {
		for (String region : List.of("NL", "FR", "AT", "DE", "ID", "XK")) {
			String typed = PHONES.format(PHONES.getExampleNumberForType(region, PhoneNumberType.MOBILE),
					PhoneNumberFormat.E164).substring(1);
			PhoneNumber read = PHONES.parse(typed, region);
			System.out.println(region + " " + typed + " is read as " + PHONES.format(read, PhoneNumberFormat.INTERNATIONAL)
					+ ", " + PHONES.getNumberType(read) + (PHONES.isValidNumber(read) ? ", valid" : ", not valid"));
		}
		int other = 0;
		Random random = new Random(1);
		for (int prefix : new int[] { 151, 152, 155, 157, 159, 160, 162, 163, 170, 171, 172, 173, 174, 175, 176, 177,
				178, 179 }) {
			for (int i = 0; i < 500; i++) {
				String typed = "49" + prefix + String.format((prefix < 160) ? "%08d" : "%07d",
						random.nextInt((prefix < 160) ? 100_000_000 : 10_000_000));
				PhoneNumber read = PHONES.parse(typed, "DE");
				boolean same = PHONES.format(read, PhoneNumberFormat.E164).equals("+" + typed);
				other += (!same && PHONES.isValidNumber(read)) ? 1 : 0;
			}
		}
		System.out.println("German mobiles read as another valid number: " + other + " of 9000");
	}

}
JAVA
seen="$(java -cp "$(cat classpath)" Main.java 2> java.log)" \
  || { tail -5 java.log >&2; cannot "the Java program did not end well"; }

echo "$seen"
[ "$seen" = "$expected" ] && { echo "As recorded."; exit 0; }
printf 'Changed. Recorded was:\n%s\n' "$expected"
exit 1
