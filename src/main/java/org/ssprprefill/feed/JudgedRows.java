package org.ssprprefill.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

import org.ssprprefill.feed.Records.Cells;

/**
 * The rows of a file with their verdicts, in order. Records are read a few pages ahead,
 * and where there is more than one processor a page is judged while the next is read:
 * most of the time goes into numbering plans.
 */
final class JudgedRows {

	private static final int PAGE = 128;

	private static final int PAGES_AHEAD = 8;

	private static final boolean TOGETHER = Runtime.getRuntime().availableProcessors() > 1;

	private final FooterFilter records;

	private final RowReader reader;

	private final Deque<ForkJoinTask<List<HrRow>>> pages = new ArrayDeque<>();

	private Iterator<HrRow> judged = Collections.emptyIterator();

	private final Deque<Cells> begun = new ArrayDeque<>();

	private Optional<RefusedExportException> fault = Optional.empty();

	private long read;

	private long passed;

	/**
	 * Begins before the first row.
	 * @param reader made of the first records, which show what the columns are like
	 * @throws RefusedExportException if the file breaks before its first row
	 */
	JudgedRows(FooterFilter records, Function<List<Cells>, RowReader> reader) throws RefusedExportException {
		this.records = records;
		this.begun.addAll(page());
		this.reader = reader.apply(List.copyOf(this.begun));
		this.read = 0;
		if (this.begun.isEmpty() && this.fault.isPresent()) {
			throw this.fault.get();
		}
	}

	/** Whether the file has no row at all. */
	boolean isEmpty() {
		return this.begun.isEmpty() && this.read == 0;
	}

	/** The next row, or nothing after the last. */
	Optional<HrRow> next() throws RefusedExportException {
		readAhead();
		while (!this.judged.hasNext() && !this.pages.isEmpty()) {
			ForkJoinTask<List<HrRow>> page = this.pages.remove();
			this.judged = (TOGETHER ? awaited(page) : page.invoke()).iterator();
			readAhead();
		}
		if (this.judged.hasNext()) {
			this.passed++;
			return Optional.of(this.judged.next());
		}
		if (this.fault.isPresent()) {
			throw this.fault.get();
		}
		return Optional.empty();
	}

	/**
	 * A page when it is judged; while another processor is at it, this one judges pages
	 * from the other end.
	 */
	private List<HrRow> awaited(ForkJoinTask<List<HrRow>> page) {
		Iterator<ForkJoinTask<List<HrRow>>> others = this.pages.descendingIterator();
		while (!page.isDone() && others.hasNext()) {
			ForkJoinTask<List<HrRow>> other = others.next();
			if (other.tryUnfork()) {
				other.quietlyInvoke();
			}
		}
		return page.join();
	}

	/** Passes rows until the next is the one of that number; most of them unjudged. */
	void skipTo(long number) throws RefusedExportException {
		boolean more = true;
		while (more && this.passed < number - 1) {
			if (this.passed < this.read) {
				more = next().isPresent();
			}
			else {
				more = record().isPresent();
				this.read += more ? 1 : 0;
				this.passed = this.read;
			}
		}
	}

	/** How many rows have been answered or skipped. */
	long passed() {
		return this.passed;
	}

	private void readAhead() {
		boolean more = this.fault.isEmpty() || !this.begun.isEmpty();
		while (more && this.pages.size() < PAGES_AHEAD) {
			List<Cells> page = page();
			more = page.size() == PAGE;
			if (!page.isEmpty()) {
				long number = this.read - page.size();
				ForkJoinTask<List<HrRow>> task = ForkJoinTask.adapt(() -> judged(page, number));
				this.pages.add(TOGETHER ? ForkJoinPool.commonPool().submit(task) : task);
			}
		}
	}

	/** As many records as there are before the page is full, the file ends or breaks. */
	private List<Cells> page() {
		List<Cells> page = new ArrayList<>();
		try {
			for (Optional<Cells> cells = record(); cells.isPresent(); cells = record()) {
				page.add(cells.get());
				this.read++;
				if (page.size() == PAGE) {
					break;
				}
			}
		}
		catch (RefusedExportException ex) {
			// The rows before the fault are answered first
			this.fault = Optional.of(ex);
		}
		return page;
	}

	private Optional<Cells> record() throws RefusedExportException {
		if (!this.begun.isEmpty()) {
			return Optional.of(this.begun.remove());
		}
		if (this.fault.isPresent()) {
			throw this.fault.get();
		}
		return this.records.next();
	}

	private List<HrRow> judged(List<Cells> page, long before) {
		List<HrRow> rows = new ArrayList<>(page.size());
		for (Cells cells : page) {
			rows.add(this.reader.read(cells, before + rows.size() + 1));
		}
		return rows;
	}

}
