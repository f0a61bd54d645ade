/**
 * Scheduler entries that start a job every night: systemd, cron, Windows Task Scheduler
 * and Kubernetes. Text only; nothing is installed, no tenant and no ledger is asked.
 */
@NullMarked
package org.ssprprefill.schedule;

import org.jspecify.annotations.NullMarked;
