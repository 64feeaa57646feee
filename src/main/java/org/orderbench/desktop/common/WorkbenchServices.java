package org.orderbench.desktop.common;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.proposal.PlanningDesk;
import org.orderbench.proposal.ProposalStore;
import org.orderbench.proposal.SkuView;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.ReviewDesk;

/**
 * All that the window can do: the one way from screens to features. Every member is called on a background thread, except where it returns a
 * plain value, and may take its time.
 *
 * @param skuViews   one SKU in depth; empty when the cache does not know it
 * @param outbox     what is on its way to Odoo, newest first
 * @param outboxActions what a person does about it
 * @param sync       reads Odoo's news into the cache
 * @param plan       forecasts and proposes anew
 * @param push       sends what is queued
 * @param journal    the audit trail, newest first, as far back as is worth showing
 * @param situation  connection and age of the data
 * @param known      how things stood when these services were made; quick, and soon overtaken by {@code situation}
 * @param reach      whether the server answers now, without signing in; the situation knows it afterwards
 * @param support    gathers what somebody needs who is asked for help
 * @param demo       the company is made up: said in the status bar
 * @param clock      the present
 * @param zone       the zone in which times are shown
 * @param locale     the language and the forms of numbers and dates
 * @param buyer      who decides at this window: stands in decisions and in the journal
 * @param currency   the company's currency, ISO 4217
 * @param policy     what the agent may do unasked, and the brakes
 * @param rounds     the system's scheduler, for the unattended round
 * @param updates    where newer versions are announced
 * @param preferences how this person likes the window; quick enough for the window thread to read, written in the background
 * @param replays    replays the past
 * @param planning   how planning decides
 */
public record WorkbenchServices(
        ProposalStore proposals,
        ReviewDesk desk,
        Function<Sku, Optional<SkuView>> skuViews,
        Supplier<List<OutboxEntry>> outbox,
        OutboxActions outboxActions,
        Job sync,
        Job plan,
        Job push,
        Supplier<List<JournalRow>> journal,
        Supplier<Situation> situation,
        Situation known,
        Connector connector,
        BooleanSupplier reach,
        Support support,
        boolean demo,
        Clock clock,
        ZoneId zone,
        Locale locale,
        String buyer,
        String currency,
        ReviewAids aids,
        Preferences preferences,
        Replays replays,
        PolicyDesk policy,
        RoundScheduler rounds,
        UpdatePlace updates,
        PlanningDesk planning) {}
