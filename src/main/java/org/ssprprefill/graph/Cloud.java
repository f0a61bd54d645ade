package org.ssprprefill.graph;

import java.net.URI;

import org.ssprprefill.contact.MethodKind;

/**
 * The Microsoft clouds (learn.microsoft.com, graph/deployments). Tokens and endpoints are
 * not interchangeable between them.
 */
public enum Cloud {

	/** The worldwide cloud, and GCC. */
	GLOBAL("global", "https://login.microsoftonline.com", "https://graph.microsoft.com"),

	/** US Government L4 (GCC High). */
	US_GOV("us-gov", "https://login.microsoftonline.us", "https://graph.microsoft.us"),

	/** US Government L5 (DoD). */
	US_GOV_DOD("us-gov-dod", "https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),

	/** China, operated by 21Vianet; has no e-mail methods and no methods policy. */
	CHINA("china", "https://login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn");

	private final String word;

	private final URI login;

	private final URI graph;

	Cloud(String word, String login, String graph) {
		this.word = word;
		this.login = URI.create(login);
		this.graph = URI.create(graph);
	}

	/**
	 * The word of the job definition.
	 * @return for example {@code us-gov-dod}
	 */
	public String word() {
		return this.word;
	}

	/**
	 * The login authority.
	 * @return an https address without path
	 */
	public URI login() {
		return this.login;
	}

	/**
	 * The Graph root.
	 * @return an https address without path
	 */
	public URI graph() {
		return this.graph;
	}

	/**
	 * Whether the cloud offers a method (v1.0 schema files of each cloud, 2026-08-20).
	 * @param kind the method
	 * @return {@code false} for e-mail in China
	 */
	public boolean offers(MethodKind kind) {
		return this != CHINA || kind.isPhone();
	}

	/**
	 * Whether the cloud offers the authentication methods policy.
	 * @return {@code false} in China
	 */
	public boolean offersMethodsPolicy() {
		return this != CHINA;
	}

}
