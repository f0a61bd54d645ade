package org.ssprprefill.doctor;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.Sku;

/**
 * What licences and roles mean, as the measurement of coverage sees it.
 *
 * @param entitles whether a product entitles to a reset
 * @param devices whether an account is a room or a shared device by its licences, given
 * the products of the tenant
 * @param administrators whether the reset rules for administrators apply, given the
 * template ids of a person's roles and whether Microsoft or the tenant's roles make the
 * person an administrator at all
 */
public record CoverageJudgement(Predicate<Sku> entitles, Function<Answer<List<Sku>>, Predicate<EntraUser>> devices,
		BiPredicate<Set<String>, Boolean> administrators) {
}
