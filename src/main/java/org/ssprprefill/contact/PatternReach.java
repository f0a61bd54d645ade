package org.ssprprefill.contact;

/**
 * Follows patterns of a numbering plan along a number, all ways at once, and tells how
 * many of its digits they look at. Places in the number are the bits of an {@code int}.
 */
final class PatternReach {

	/** As many places as an {@code int} has bits for, and one behind them. */
	static final int LONGEST = 30;

	private final String number;

	private String pattern = "";

	private int at;

	private int looked;

	/**
	 * Begins with a number.
	 * @param number digits, at most {@link #LONGEST}
	 */
	PatternReach(String number) {
		this.number = number;
	}

	/**
	 * Follows one pattern.
	 * @param expression digits, classes of digits, groups and numbers of repetitions, as
	 * libphonenumber has them; anything else is taken to look at the whole number
	 * @param starts the places where it may begin
	 * @return the places where it may end
	 */
	int follow(String expression, int starts) {
		this.pattern = expression;
		this.at = 0;
		return alternatives(starts);
	}

	/**
	 * How many digits decide.
	 * @return a length of a beginning of the number; all numbers that begin so, and are
	 * as long, match the same
	 */
	int looked() {
		return this.looked;
	}

	private int alternatives(int starts) {
		int ends = sequence(starts);
		while (isNext('|')) {
			this.at++;
			ends |= sequence(starts);
		}
		return ends;
	}

	private int sequence(int starts) {
		int places = starts;
		while (this.at < this.pattern.length() && !isNext('|') && !isNext(')')) {
			places = repeated(places);
		}
		return places;
	}

	private int repeated(int starts) {
		int item = this.at;
		int places = item(starts);
		int behind = this.at;
		if (isNext('?')) {
			this.at++;
			return starts | places;
		}
		if (!isNext('{')) {
			return places;
		}
		int close = this.pattern.indexOf('}', behind);
		String[] bounds = this.pattern.substring(behind + 1, close).split(",", 2);
		int fewest = Integer.parseInt(bounds[0]);
		int most = Integer.parseInt(bounds[bounds.length - 1]);
		int ends = (fewest == 0) ? starts : 0;
		for (int times = 1; times <= most; times++) {
			if (times > 1) {
				this.at = item;
				places = item(places);
			}
			ends |= (times >= fewest) ? places : 0;
		}
		this.at = close + 1;
		return ends;
	}

	private int item(int starts) {
		char c = this.pattern.charAt(this.at++);
		if (c == '(') {
			this.at += this.pattern.startsWith("?:", this.at) ? 2 : 0;
			int ends = alternatives(starts);
			this.at++;
			return ends;
		}
		if (c == '[') {
			int close = this.pattern.indexOf(']', this.at);
			int ends = digit(starts, this.pattern.substring(this.at, close));
			this.at = close + 1;
			return ends;
		}
		if (c == '\\' && isNext('d')) {
			this.at++;
			return (starts << 1) & places();
		}
		if (c == '$') {
			return starts & (1 << this.number.length());
		}
		if (!isDigit(c)) {
			this.looked = this.number.length();
		}
		return digit(starts, String.valueOf(c));
	}

	/** One digit of a class such as {@code 13-57}. */
	private int digit(int starts, String among) {
		int ends = 0;
		for (int place = 0; place < this.number.length(); place++) {
			if ((starts & (1 << place)) != 0) {
				this.looked = Math.max(this.looked, place + 1);
				ends |= isAmong(this.number.charAt(place), among) ? 2 << place : 0;
			}
		}
		return ends;
	}

	private static boolean isAmong(char digit, String among) {
		for (int at = 0; at < among.length(); at++) {
			boolean range = at + 2 < among.length() && among.charAt(at + 1) == '-';
			if (digit >= among.charAt(at) && digit <= among.charAt(range ? at + 2 : at)) {
				return true;
			}
		}
		return among.indexOf('\\') >= 0;
	}

	private int places() {
		return (2 << this.number.length()) - 1;
	}

	private boolean isNext(char c) {
		return this.at < this.pattern.length() && this.pattern.charAt(this.at) == c;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
