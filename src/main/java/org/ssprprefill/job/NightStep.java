package org.ssprprefill.job;

import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * A step that does one thing, commits by itself, and says how many items it worked on.
 */
interface NightStep extends Tasklet {

	/** Does the step's work; done again after a crash, it must not do anything twice. */
	long work() throws Exception;

	@Override
	default RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
		contribution.incrementWriteCount(work());
		return RepeatStatus.FINISHED;
	}

}
