package org.ssprprefill.feed;

/** How a record ends, which tells whether the file may have been cut off inside it. */
enum Tail {

	/** With the end of its line, or with the end of a file that is proven whole. */
	WHOLE,

	/** With the end of the file, behind the quote that closes its last cell. */
	CLOSED,

	/** With the end of the file. */
	OPEN

}
