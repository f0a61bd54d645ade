package org.ssprprefill.graph;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TokenTests {

	private final FakeTime time = new FakeTime();

	private final List<String> fetched = new ArrayList<>();

	private Tokens lasting(Duration life) {
		return new Tokens(() -> {
			this.fetched.add("t-" + (this.fetched.size() + 1));
			return new TokenSource.Token(this.fetched.get(this.fetched.size() - 1), this.time.now().plus(life));
		}, this.time);
	}

	private static String jwt(String payload) {
		return "e30." + Base64.getUrlEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".sig";
	}

	@Test
	void keepsTokenUntilFiveMinutesBeforeItsEnd() {
		Tokens tokens = lasting(Duration.ofHours(1));
		assertThat(tokens.current()).isEqualTo("t-1");
		this.time.pass(Duration.ofMinutes(55).minusSeconds(1));
		assertThat(tokens.current()).isEqualTo("t-1");
		this.time.pass(Duration.ofSeconds(1));
		assertThat(tokens.current()).isEqualTo("t-2");
	}

	@Test
	void keepsShortLivedTokenForHalfItsLife() {
		Tokens tokens = lasting(Duration.ofSeconds(60));
		tokens.current();
		this.time.pass(Duration.ofSeconds(29));
		assertThat(tokens.current()).isEqualTo("t-1");
		this.time.pass(Duration.ofSeconds(1));
		assertThat(tokens.current()).isEqualTo("t-2");
	}

	@Test
	void usesTheTokenToItsEndWhereTheLoginIsOutOfOrder() {
		Instant end = this.time.now().plus(Duration.ofHours(1));
		Tokens tokens = new Tokens(() -> {
			this.fetched.add("asked");
			if (this.fetched.size() > 1) {
				throw new TenantUnavailableException("out of order");
			}
			return new TokenSource.Token("t-1", end);
		}, this.time);
		tokens.current();
		this.time.pass(Duration.ofMinutes(56));
		assertThat(tokens.current()).isEqualTo("t-1");
		assertThat(tokens.current()).isEqualTo("t-1");
		assertThat(this.fetched).as("asked, but not for every request").hasSize(2);
		this.time.pass(Duration.ofMinutes(4));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(tokens::current);
	}

	@Test
	void doesNotDropNewTokenForAnOldRefusal() {
		Tokens tokens = lasting(Duration.ofHours(1));
		tokens.refused(tokens.current());
		assertThat(tokens.current()).isEqualTo("t-2");
		tokens.refused("t-1");
		assertThat(tokens.current()).isEqualTo("t-2");
	}

	@Test
	void neverPrintsTheToken() {
		assertThat(new TokenSource.Token("secret-token", Instant.EPOCH).toString()).doesNotContain("secret-token");
	}

	@Test
	void readsDelegatedPermissionsToo() {
		assertThat(TokenClaims.of(jwt("{\"scp\":\"User.Read.All  Policy.Read.All\",\"roles\":[\"A\"]}")).permissions())
			.isEqualTo(Set.of("User.Read.All", "Policy.Read.All", "A"));
	}

	@Test
	void knowsThatTokenWithoutRolesHasNoPermissions() {
		assertThat(TokenClaims.of(jwt("{}"))).isEqualTo(new Grants(true, Set.of(), Optional.empty(), Optional.empty()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "opaque", "a.b", "a.b.c", "..", "e30.%%.x", "e30.W10.x" })
	void knowsNothingOfOtherTokens(String token) {
		assertThat(TokenClaims.of(token)).isEqualTo(Grants.opaque());
	}

}
