package org.ssprprefill.job;

import javax.sql.DataSource;

import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.transaction.PlatformTransactionManager;
import org.ssprprefill.database.Database;

/**
 * Spring Batch's memory in the ledger's database, and what starts jobs on it. Both are
 * made by hand: a context would be more work than the steps of a quiet night, and would
 * look for settings of other programs.
 */
final class BatchMemory {

	private BatchMemory() {
	}

	static JobRepository repository(DataSource source, PlatformTransactionManager transactions) {
		JdbcJobRepositoryFactoryBean repository = new JdbcJobRepositoryFactoryBean();
		repository.setDataSource(source);
		repository.setTransactionManager(transactions);
		repository.setDatabaseType(DatabaseType.POSTGRES.name());
		repository.setTablePrefix(Database.SCHEMA + ".BATCH_");
		// Steps begin side by side; the tenant's lock already keeps other runs away
		repository.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
		try {
			repository.afterPropertiesSet();
			return repository.getObject();
		}
		catch (Exception ex) {
			throw new IllegalStateException("Spring Batch could not be set up", ex);
		}
	}

	static JobOperator operator(JobRepository repository) {
		TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
		operator.setJobRepository(repository);
		// Jobs are given, never looked up
		operator.setJobRegistry(new MapJobRegistry());
		try {
			operator.afterPropertiesSet();
			return operator;
		}
		catch (Exception ex) {
			throw new IllegalStateException("Spring Batch could not be set up", ex);
		}
	}

}
