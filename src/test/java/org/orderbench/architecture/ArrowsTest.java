package org.orderbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.orderbench.odoo.ServerInfo;

/** The design's arrows. Each rule says why it is there. */
@AnalyzeClasses(packages = "org.orderbench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    private static final String[] CORE = {
        "..catalog..", "..demand..", "..forecast..", "..replenish..", "..proposal..", "org.orderbench.policy.."
    };

    @ArchTest
    static final ArchRule coreKnowsNoTechnology = noClasses()
            .that().resideInAnyPackage(CORE)
            .should().dependOnClassesThat().resideInAnyPackage(
                    "javafx..", "java.sql..", "javax.sql..", "org.jdbi..", "org.h2..", "java.net.http..", "org.apache.xmlrpc..", "com.sun.net..", "ch.qos..", "org.jfree..", "picocli..")
            .because("the quantities a buyer is asked to trust are tested as plain arithmetic, without a window, a database or a server");

    @ArchTest
    static final ArchRule catalogStandsAlone = noClasses()
            .that().resideInAPackage("..catalog..")
            .should().dependOnClassesThat().resideInAnyPackage("org.orderbench.demand..", "org.orderbench.forecast..", "org.orderbench.replenish..", "org.orderbench.proposal..", "org.orderbench.policy..", "org.orderbench.odoo..", "org.orderbench.cache..")
            .because("everything else speaks its words");

    @ArchTest
    static final ArchRule demandKnowsOnlyTheCatalogue = noClasses()
            .that().resideInAPackage("..demand..")
            .should().dependOnClassesThat().resideInAnyPackage("org.orderbench.forecast..", "org.orderbench.replenish..", "org.orderbench.proposal..", "org.orderbench.policy..")
            .because("history is cleaned without knowing what is made of it");

    @ArchTest
    static final ArchRule forecastKnowsNoStock = noClasses()
            .that().resideInAPackage("..forecast..")
            .should().dependOnClassesThat().resideInAnyPackage("org.orderbench.replenish..", "org.orderbench.proposal..", "org.orderbench.policy..")
            .because("a forecast that knows the stock is a wish");

    @ArchTest
    static final ArchRule replenishKnowsNoDecisions = noClasses()
            .that().resideInAPackage("..replenish..")
            .should().dependOnClassesThat().resideInAnyPackage("org.orderbench.proposal..", "org.orderbench.policy..")
            .because("how much to buy does not depend on who approves it");

    @ArchTest
    static final ArchRule proposalKnowsNoPolicy = noClasses()
            .that().resideInAPackage("..proposal..")
            .should().dependOnClassesThat().resideInAPackage("org.orderbench.policy..")
            .because("the agent proposes the same whether or not it may act");

    @ArchTest
    static final ArchRule coreKnowsNoOuterPackage = noClasses()
            .that().resideInAnyPackage(CORE)
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.orderbench.odoo..", "org.orderbench.cache..", "org.orderbench.sync..", "org.orderbench.writeback..", "org.orderbench.journal..", "org.orderbench.demo..", "org.orderbench.cli..", "org.orderbench.desktop..")
            .because("the two directions, reading and writing, meet in the cache alone");

    @ArchTest
    static final ArchRule syncAndWritebackOwnTheirPorts = noClasses()
            .that().resideInAnyPackage("..sync..", "..writeback..")
            .should().dependOnClassesThat().resideInAnyPackage("org.orderbench.cache..", "org.orderbench.desktop..", "org.orderbench.cli..", "java.sql..", "org.jdbi..")
            .because("they own the interfaces that the cache implements, so that the protocol can be tested against fakes");

    @ArchTest
    static final ArchRule writebackKnowsNoTransport = noClasses()
            .that().resideInAPackage("..writeback..")
            .should().dependOnClassesThat().resideInAnyPackage("org.orderbench.odoo..", "org.orderbench.sync..")
            .because("exactly-once is argued over its own gateway interface, which odoo implements");

    @ArchTest
    static final ArchRule odooKnowsNoStore = noClasses()
            .that().resideInAPackage("..odoo..")
            .should().dependOnClassesThat().resideInAnyPackage("org.orderbench.cache..", "org.orderbench.desktop..", "org.orderbench.cli..", "org.orderbench.demo..", "javafx..")
            .because("a transport can be tried alone");

    @ArchTest
    static final ArchRule demoIsSeenByWiringAndCommandsOnly = noClasses()
            .that().resideOutsideOfPackages("org.orderbench.demo..", "org.orderbench.cli..", "org.orderbench")
            .should().dependOnClassesThat().resideInAPackage("org.orderbench.demo..")
            .because("the program must not know that it is being demonstrated");

    @ArchTest
    static final ArchRule demoSeesNothing = noClasses()
            .that().resideInAPackage("org.orderbench.demo..")
            .should().dependOnClassesThat(DescribedPredicate.describe(
                    "of the rest of the program",
                    (JavaClass c) -> c.getPackageName().startsWith("org.orderbench") && !c.getPackageName().startsWith("org.orderbench.demo")))
            .because("a stand-in that shares code with its client shares its mistakes");

    @ArchTest
    static final ArchRule windowIsInDesktopOnly = noClasses()
            .that().resideOutsideOfPackages("org.orderbench.desktop..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.jfree..", "org.controlsfx..", "atlantafx..")
            .because("every command runs on a server without a window");

    @ArchTest
    static final ArchRule windowsDoNotReachBehindTheFeatures = noClasses()
            .that().resideInAPackage("..desktop..")
            .should().dependOnClassesThat(resideInAnyPackage("org.orderbench.odoo..", "org.orderbench.cache..", "org.orderbench.cli..", "org.jdbi..", "java.sql..")
                    .and(not(type(ServerInfo.class))))
            .because("screens call features, so that they can be tried with fakes; what a server says of itself is a plain value");

    @ArchTest
    static final ArchRule screensDoNotImportEachOther = slices()
            .matching("org.orderbench.desktop.(connect|review|sku|outbox|exceptions|policy|journal|settings|error|replay)..")
            .should().notDependOnEachOther()
            .because("the shell puts screens together; a screen can be changed alone");

    @ArchTest
    static final ArchRule noMutableStatics = noFields()
            .that().areStatic()
            .should().notBeFinal()
            .because("there is one composition root and no static state");
}
