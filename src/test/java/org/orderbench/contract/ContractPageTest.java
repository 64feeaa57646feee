package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The page that lists each fact with its test tells the truth: every test that it names is there, and every contract test is on it. */
class ContractPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private static Set<String> named() throws IOException {
        Matcher found = NAMED.matcher(Files.readString(Path.of("src/site/markdown/odoo-contract.md")));
        return found.results().map(match -> match.group(1) + "." + match.group(2)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> testsIn(String folder) throws IOException, ClassNotFoundException {
        Set<String> tests = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/orderbench", folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                for (Method method : Class.forName("org.orderbench." + folder.replace('/', '.') + "." + name).getDeclaredMethods()) {
                    if (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class)) {
                        tests.add(name + "." + method.getName());
                    }
                }
            }
        }
        return tests;
    }

    @Test
    void everyTestThatThePageNamesIsThere() throws Exception {
        Set<String> there = testsIn("contract");
        there.addAll(testsIn("demo"));
        there.addAll(testsIn("demo/wire"));
        assertThat(there).containsAll(named());
    }

    @Test
    void everyContractTestIsOnThePage() throws Exception {
        assertThat(testsIn("contract").stream().filter(name -> !name.startsWith("ContractPageTest.")).toList()).isNotEmpty().allSatisfy(name -> assertThat(named()).contains(name));
    }
}
