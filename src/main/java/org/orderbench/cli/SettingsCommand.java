package org.orderbench.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.Planner;
import org.orderbench.proposal.SettingScopes;
import org.orderbench.proposal.SettingsStore;
import org.orderbench.replenish.Closing;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SettingName;
import org.orderbench.replenish.SkuPolicy;
import org.orderbench.replenish.Sourced;
import org.orderbench.replenish.Tolerances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code settings}: how planning decides, for the company, a vendor, a category or one SKU; and when vendors are closed. */
@Command(
        name = "settings",
        description = "Shows and changes how planning decides: the nearest of SKU, category, vendor and company wins.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SettingsCommand.ListAll.class,
            SettingsCommand.Names.class,
            SettingsCommand.Show.class,
            SettingsCommand.Put.class,
            SettingsCommand.Clear.class,
            SettingsCommand.Close.class,
            SettingsCommand.Open.class,
            LargeOrderCommand.class,
            SuccessorCommand.class
        })
final class SettingsCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, names, show, set, clear, close, open, large-order or successor.");
    }

    /** A command whose complaints about names and values are the user's to mend. */
    abstract static class Base extends HomeCommand {
        @Override
        final int run(Wiring wiring, Terminal terminal) {
            try {
                return settings(wiring, terminal);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec().commandLine(), e.getMessage(), e);
            }
        }

        abstract int settings(Wiring wiring, Terminal terminal);
    }

    /** A command that speaks of one scope; without an option it is the company. */
    abstract static class Scoped extends Base {
        @Option(names = "--sku", paramLabel = "CODE", description = "For one product in one warehouse, by its internal reference or id.")
        @Nullable String sku;

        @Option(names = "--warehouse", paramLabel = "CODE", description = "With --sku: which warehouse, where there are several.")
        @Nullable String warehouse;

        @Option(names = "--category", paramLabel = "NAME", description = "For a product category and those within it, by its full name.")
        @Nullable String category;

        @Option(names = "--vendor", paramLabel = "NAME", description = "For what is bought from a vendor, by its name or id.")
        @Nullable String vendor;

        SettingScopes.Scope scope(Wiring wiring) {
            if (Arrays.asList(sku, category, vendor).stream().filter(each -> each != null).count() > 1) {
                throw new IllegalArgumentException("Say one of --sku, --category and --vendor.");
            }
            if (sku != null) {
                return wiring.scopes().sku(sku, Optional.ofNullable(warehouse));
            }
            return category != null ? wiring.scopes().category(category) : vendor != null ? wiring.scopes().vendor(vendor) : SettingScopes.Scope.COMPANY;
        }
    }

    @Command(name = "list", description = "Lists what was set, and when vendors are closed.", mixinStandardHelpOptions = true)
    static final class ListAll extends Base {
        @Override
        int settings(Wiring wiring, Terminal terminal) {
            List<PlanningSetting> settings = wiring.settings().list();
            TextTable table = new TextTable("Setting", "For", "Value");
            settings.forEach(setting -> table.row(setting.name().word(), setting.label(), setting.value()));
            terminal.say(settings.isEmpty() ? "Nothing was set: the defaults hold." : table.render());
            List<SettingsStore.VendorClosing> closings = wiring.settings().closings();
            TextTable closed = new TextTable("Closed", "From", "To", "Reason");
            closings.forEach(closing -> closed.row(who(closing), closing.closing().from(), closing.closing().to(), closing.closing().reason()));
            if (!closings.isEmpty()) {
                terminal.say(closed.render());
            }
            terminal.result(Map.of(
                    "settings", settings.stream().map(ListAll::document).toList(),
                    "closings", closings.stream().map(closing -> Map.of(
                            "vendor", closing.vendorId(), "from", closing.closing().from().toString(), "to", closing.closing().to().toString(), "reason",
                            closing.closing().reason())).toList()));
            return ExitCode.DONE;
        }

        private static Map<String, String> document(PlanningSetting setting) {
            Map<String, String> document = new LinkedHashMap<>();
            document.put("name", setting.name().word());
            document.put("scope", setting.scope().name().toLowerCase(Locale.ROOT));
            document.put("key", setting.key());
            document.put("label", setting.label());
            document.put("value", setting.value());
            return document;
        }

        private static String who(SettingsStore.VendorClosing closing) {
            return closing.vendorId() == ReplenishmentSettings.OWN ? "we" : closing.vendorName().isEmpty() ? "vendor " + closing.vendorId() : closing.vendorName();
        }
    }

    @Command(name = "names", description = "Lists the settings that there are.", mixinStandardHelpOptions = true)
    static final class Names extends Base {
        @Override
        int settings(Wiring wiring, Terminal terminal) {
            TextTable table = new TextTable("Setting", "Can be set for", "What it is");
            Map<String, String> document = new LinkedHashMap<>();
            for (SettingName name : SettingName.values()) {
                table.row(name.word(), String.join(", ", name.scopes().stream().sorted().map(PolicyOverride.Scope::word).toList()), name.meaning());
                document.put(name.word(), name.meaning());
            }
            terminal.say(table.render());
            terminal.result(document);
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Shows what holds for one SKU, and where each setting came from.", mixinStandardHelpOptions = true)
    static final class Show extends Base {
        @Parameters(paramLabel = "CODE")
        String code = "";

        @Option(names = "--warehouse", paramLabel = "CODE", description = "Which warehouse, where there are several.")
        @Nullable String warehouse;

        @Override
        int settings(Wiring wiring, Terminal terminal) {
            Sku sku = wiring.scopes().find(code, Optional.ofNullable(warehouse));
            Optional<Planner.Standing> found = wiring.planner().standing(sku, wiring.today());
            if (found.isEmpty()) {
                terminal.say(code + " is not planned there: 'orderbench propose' says why.");
                terminal.result(Map.of());
                return ExitCode.DONE;
            }
            SkuPolicy policy = found.get().policy();
            Tolerances worth = found.get().tolerances();
            TextTable table = new TextTable("Setting", "Value", "From");
            Map<String, Object> document = new LinkedHashMap<>();
            row(table, document, SettingName.SERVICE_LEVEL, policy.serviceLevel());
            row(table, document, SettingName.REVIEW_DAYS, policy.reviewDays());
            row(table, document, SettingName.CYCLE_DAYS, policy.cycleDays());
            row(table, document, SettingName.LEAD_TIME_DAYS, policy.leadTimeDays());
            row(table, document, SettingName.SHELF_CAP, policy.shelfCap());
            row(table, document, SettingName.SHELF_LIFE_DAYS, policy.shelfLifeDays());
            row(table, document, SettingName.OVERSTOCK_DAYS, worth.overstockDays());
            row(table, document, SettingName.EXPEDITE_TOLERANCE_DAYS, worth.expediteDays());
            row(table, document, SettingName.POSTPONE_TOLERANCE_DAYS, worth.postponeDays());
            row(table, document, SettingName.PRICE_RISE_TOLERANCE, worth.priceRise());
            row(table, document, SettingName.FORGOTTEN_AFTER_DAYS, worth.forgottenDays());
            row(table, document, SettingName.TRANSFER_KEEP_DAYS, worth.transferKeepDays());
            row(table, document, SettingName.EXCEPTION_VALUE, worth.exceptionValue());
            terminal.say(code + " is of class " + policy.policyClass() + ".");
            terminal.say(table.render());
            terminal.result(document);
            return ExitCode.DONE;
        }

        private static void row(TextTable table, Map<String, Object> document, SettingName name, @Nullable Sourced<?> setting) {
            String value = setting == null ? "not set" : setting.value().toString();
            String source = setting == null ? "" : setting.source();
            table.row(name.word(), value, source);
            document.put(name.word(), Map.of("value", value, "from", source));
        }
    }

    @Command(name = "set", description = "Sets one, for the company or for what an option names.", mixinStandardHelpOptions = true)
    static final class Put extends Scoped {
        @Parameters(index = "0", paramLabel = "NAME", description = "As 'settings names' lists them.")
        String name = "";

        @Parameters(index = "1", paramLabel = "VALUE")
        String value = "";

        @Override
        int settings(Wiring wiring, Terminal terminal) {
            PlanningSetting setting = scope(wiring).setting(SettingName.ofWord(name), value);
            wiring.settings().set(setting, wiring.buyer());
            terminal.say(setting.name().word() + " of " + setting.label() + " is now " + setting.value() + ". It counts from the next 'orderbench propose' on.");
            terminal.result(Map.of("name", setting.name().word(), "for", setting.label(), "value", setting.value()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "clear", description = "Clears one, so that the next nearest or the default holds.", mixinStandardHelpOptions = true)
    static final class Clear extends Scoped {
        @Parameters(index = "0", paramLabel = "NAME")
        String name = "";

        @Override
        int settings(Wiring wiring, Terminal terminal) {
            SettingScopes.Scope scope = scope(wiring);
            SettingName setting = SettingName.ofWord(name);
            boolean cleared = wiring.settings().clear(setting, scope.scope(), scope.key(), wiring.buyer());
            terminal.say(setting.word() + " of " + scope.label() + (cleared ? " is cleared." : " was not set."));
            terminal.result(Map.of("cleared", cleared));
            return ExitCode.DONE;
        }
    }

    /** A command about closing days. */
    abstract static class Days extends Base {
        @Option(names = "--vendor", paramLabel = "NAME", description = "The vendor, by its name or id; without it our own company.")
        @Nullable String vendor;

        @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first closed day.")
        LocalDate from = LocalDate.MIN;

        int vendorId(Wiring wiring) {
            return vendor == null ? ReplenishmentSettings.OWN : Integer.parseInt(wiring.scopes().vendor(vendor).key());
        }
    }

    @Command(
            name = "close",
            description = "Enters closing days: a vendor's holiday, in which nothing is taken up or made, or our own, in which nothing is taken in.",
            mixinStandardHelpOptions = true)
    static final class Close extends Days {
        @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last closed day.")
        LocalDate to = LocalDate.MIN;

        @Option(names = "--reason", paramLabel = "WORDS", description = "Such as \"Lunar New Year\".")
        String reason = "";

        @Override
        int settings(Wiring wiring, Terminal terminal) {
            Closing closing = new Closing(from, to, reason);
            wiring.settings().close(new SettingsStore.VendorClosing(vendorId(wiring), vendor == null ? "" : vendor, closing), wiring.buyer());
            terminal.say("Closed from " + from + " to " + to + ". What is ordered before is planned to last through it.");
            terminal.result(Map.of("from", from.toString(), "to", to.toString()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "open", description = "Removes closing days, by the first of them.", mixinStandardHelpOptions = true)
    static final class Open extends Days {
        @Override
        int settings(Wiring wiring, Terminal terminal) {
            boolean opened = wiring.settings().open(vendorId(wiring), from, wiring.buyer());
            terminal.say(opened ? "The closing from " + from + " on is removed." : "No closing begins on " + from + ".");
            terminal.result(Map.of("removed", opened));
            return ExitCode.DONE;
        }
    }
}
