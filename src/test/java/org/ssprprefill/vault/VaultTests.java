package org.ssprprefill.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.LedgerSettingsOf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VaultTests {

	private static final Secret KEY = Secret.of("a key for tests, 32 characters or more");

	private static final String MOBILE = "+1 2065550100";

	private final Vault vault = Vault.of(KEY);

	@TempDir
	private Path folder;

	@Property(tries = 200)
	void opensWhatItSealed(@ForAll String clear, @ForAll String context) {
		Vault vault = Vault.of(KEY);
		String wellFormed = new String(clear.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
		assertThat(Vault.of(KEY).open(vault.seal(wellFormed, context), context)).isEqualTo(wellFormed);
	}

	@Test
	void neverSealsAlikeTwice() {
		assertThat(this.vault.seal(MOBILE, "change:mobile")).isNotEqualTo(this.vault.seal(MOBILE, "change:mobile"));
	}

	@Test
	void noticesEveryChangedByte() {
		byte[] sealed = this.vault.seal(MOBILE, "change:mobile");
		for (int position = 0; position < sealed.length; position++) {
			byte[] changed = sealed.clone();
			changed[position] ^= 1;
			assertThatExceptionOfType(LedgerException.class)
				.isThrownBy(() -> this.vault.open(changed, "change:mobile"));
		}
	}

	@Test
	void refusesTruncatedValues() {
		byte[] sealed = this.vault.seal(MOBILE, "change:mobile");
		for (int length = 0; length < sealed.length; length++) {
			byte[] cut = Arrays.copyOf(sealed, length);
			assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> this.vault.open(cut, "change:mobile"));
		}
	}

	@Test
	void refusesAnotherContext() {
		byte[] sealed = this.vault.seal(MOBILE, "change:mobile");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> this.vault.open(sealed, "change:office"))
			.withMessageNotContaining("2065550100");
	}

	@Test
	void refusesAnotherKeysValue() {
		byte[] sealed = Vault.of(Secret.of("another key of 32 characters or more")).seal(MOBILE, "change:mobile");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> this.vault.open(sealed, "change:mobile"))
			.withMessageContaining("another key");
	}

	@Test
	void readsUnderEarlierKeysAndWritesUnderTheFirst() {
		Vault rotated = Vault.of(Secret.of("another key of 32 characters or more\n" + KEY.inClear()));
		byte[] old = this.vault.seal(MOBILE, "change:mobile");
		assertThat(rotated.open(old, "change:mobile")).isEqualTo(MOBILE);
		byte[] fresh = rotated.seal(MOBILE, "change:mobile");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> this.vault.open(fresh, "change:mobile"));
		byte[] before = new byte[0];
		byte[] signature = this.vault.sign(before, old);
		assertThat(rotated.isSigned(this.vault.keyId(), before, old, signature)).isTrue();
		assertThat(rotated.isSigned(rotated.keyId(), before, old, signature)).isFalse();
	}

	@Test
	void fingerprintsAreStableAcrossRunsAndReleases() {
		assertThat(this.vault.fingerprint(MethodKind.MOBILE, MOBILE))
			.isEqualTo("7PDV7gP0pdMumvAEBe8r62lDiq5yaL_X1DFJnt9KUVs");
	}

	@Test
	void fingerprintsTellKindsValuesAndKeysApart() {
		String print = this.vault.fingerprint(MethodKind.MOBILE, MOBILE);
		assertThat(this.vault.fingerprint(MethodKind.OFFICE, MOBILE)).isNotEqualTo(print);
		assertThat(this.vault.fingerprint(MethodKind.MOBILE, "+1 2065550101")).isNotEqualTo(print);
		assertThat(Vault.of(Secret.of("another key of 32 characters or more")).fingerprint(MethodKind.MOBILE, MOBILE))
			.isNotEqualTo(print);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void makesAKeyFileForItsOwnerOnlyAndKeepsIt() throws Exception {
		Home home = Home.at(this.folder);
		Secret made = KeyText.find(LedgerSettingsOf.embedded(), home, true);
		assertThat(made.inClear()).hasSize(44);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keyFile()))).isEqualTo("rw-------");
		assertThat(KeyText.find(LedgerSettingsOf.embedded(), home, false)).isEqualTo(made);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void refusesAKeyFileOthersCanRead() throws Exception {
		Home home = Home.at(this.folder);
		KeyText.find(LedgerSettingsOf.embedded(), home, true);
		Files.setPosixFilePermissions(home.keyFile(), PosixFilePermissions.fromString("rw-r-----"));
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> KeyText.find(LedgerSettingsOf.embedded(), home, false))
			.withMessageContaining("chmod 600");
	}

	@Test
	void makesNoNewKeyForALedgerThatHasOne() {
		Home home = Home.at(this.folder);
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> KeyText.find(LedgerSettingsOf.embedded(), home, false))
			.withMessageContaining("missing");
		assertThat(home.keyFile()).doesNotExist();
	}

	@Test
	void refusesAShortKeyWithoutRepeatingIt() {
		assertThatExceptionOfType(LedgerException.class).isThrownBy(
				() -> KeyText.find(LedgerSettingsOf.key("only 31 characters, one too few"), Home.at(this.folder), true))
			.withMessageContaining("ledger.key")
			.withMessageNotContaining("too few");
	}

}
