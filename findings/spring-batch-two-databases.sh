#!/bin/sh
# spring-batch-core 6.0.4, H2 2.4.240, Java 17.
#
# One would guess: two job repositories over two databases know nothing of each other, so that jobs of both may run
# at the same time in one process.
#
# What happens: running steps are registered in a static map (StepSynchronizationManager) under the step execution, which
# equals another of the same step name, execution id and job execution id. Two new databases both count from 1, so the
# second job's step is given the context of the first one's: its tasklet sees the other database's job parameters.
# Known upstream and open: spring-projects/spring-batch issues 4774 and 4805. A way around: let the sequences of each
# database count in a range of its own.
#
# Output seen on 2026-11-30:
#   The step of the job on the first database sees the parameters of: first
#   The step of the job on the second database sees the parameters of: first
#
# Exit code: 0 as described, 1 the behaviour has changed, 2 cannot be run here.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.springframework.batch</groupId><artifactId>spring-batch-core</artifactId><version>6.0.4</version></dependency>
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.4.240</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
maven=$(command -v mvn) || maven="$here/mvnw"
"$maven" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
	-Dmdep.outputFile=classpath >maven.log 2>&1 || { tail -5 maven.log >&2; exit 2; }
cat > TwoDatabases.java <<'JAVA'
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

public class TwoDatabases {

	private static final Map<String, String> SEEN = new ConcurrentHashMap<>();

	private static final CountDownLatch FIRST_RUNS = new CountDownLatch(1);

	private static final CountDownLatch SECOND_LOOKED = new CountDownLatch(1);

	public static void main(String[] arguments) throws Exception {
		Thread first = new Thread(() -> run("first", () -> {
			FIRST_RUNS.countDown();
			await(SECOND_LOOKED);
		}));
		first.start();
		await(FIRST_RUNS);
		run("second", SECOND_LOOKED::countDown);
		SECOND_LOOKED.countDown();
		first.join();
		System.out.println("The step of the job on the first database sees the parameters of: " + SEEN.get("first"));
		System.out.println("The step of the job on the second database sees the parameters of: " + SEEN.get("second"));
		if (SEEN.size() < 2) {
			System.exit(2);
		}
		System.exit("first".equals(SEEN.get("second")) ? 0 : 1);
	}

	private static void run(String database, Runnable meanwhile) {
		try {
			DriverManagerDataSource source = new DriverManagerDataSource("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1");
			new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-h2.sql")).execute(source);
			JdbcTransactionManager transactions = new JdbcTransactionManager(source);
			JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
			factory.setDataSource(source);
			factory.setTransactionManager(transactions);
			factory.afterPropertiesSet();
			JobRepository repository = factory.getObject();
			Job job = new JobBuilder("nightly", repository)
				.start(new StepBuilder("apply", repository).tasklet((contribution, chunk) -> {
					SEEN.put(database, String.valueOf(chunk.getStepContext().getJobParameters().get("database")));
					meanwhile.run();
					return RepeatStatus.FINISHED;
				}, transactions).build())
				.build();
			TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
			operator.setJobRepository(repository);
			operator.setJobRegistry(new MapJobRegistry());
			operator.setTaskExecutor(new SyncTaskExecutor());
			operator.afterPropertiesSet();
			operator.start(job, new JobParametersBuilder().addString("database", database).toJobParameters());
		}
		catch (Exception ex) {
			System.out.println("The job on the " + database + " database failed: " + ex);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
JAVA
classpath=$(cat classpath)
javac -nowarn -cp "$classpath" -d . TwoDatabases.java >javac.log 2>&1 || { cat javac.log >&2; exit 2; }
java -cp "$classpath:." TwoDatabases
