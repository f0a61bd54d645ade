package org.ssprprefill.doctor;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.Sku;

/**
 * What licences mean, as the measurement of coverage sees it.
 *
 * @param entitles whether a product entitles to a reset
 * @param devices whether an account is a room or a shared device by its licences, given
 * the products of the tenant
 */
public record LicenceJudgement(Predicate<Sku> entitles, Function<Answer<List<Sku>>, Predicate<EntraUser>> devices) {
}
