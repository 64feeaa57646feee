package org.orderbench.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.SampleReplay;
import org.orderbench.proposal.replay.ReplayChart;
import org.orderbench.proposal.replay.ReplayCsv;
import org.orderbench.proposal.replay.ReplayReport;
import org.orderbench.proposal.replay.Tally;
import org.xml.sax.InputSource;

class ReplayModelTest {

    private static ReplayReport.Curve curve(String way, double... fillsAndStocks) {
        List<ReplayReport.Point> points = new ArrayList<>();
        for (int i = 0; i < fillsAndStocks.length; i += 2) {
            points.add(new ReplayReport.Point(i, new Tally(100, 100 * fillsAndStocks[i], fillsAndStocks[i + 1], 1, 0, 0, 0)));
        }
        return new ReplayReport.Curve(way, points);
    }

    @Test
    void theSavingIsOfTheAgentAgainstTheOther() {
        ReplayReport report = new ReplayReport(
                2, List.of(curve("agent", 0.8, 60, 1, 100), curve("other", 0.8, 120, 1, 200), curve("never", 0.5, 10, 0.7, 90)), Map.of(), null);
        ReplayModel.Row row = new ReplayModel.Row(0.9, report.curves().stream().map(curve -> curve.stockAt(0.9)).toList());
        assertThat(row.saving(0)).as("not against itself").isEmpty();
        assertThat(row.saving(1)).hasValue(0.5);
        assertThat(row.saving(2)).as("it does not get there").isEmpty();
    }

    @Test
    void theChartIsWellFormedAndNamesEveryWay() throws Exception {
        String svg = ReplayChart.svg(SampleReplay.report(), "EUR & more");
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(3);
        assertThat(document.getDocumentElement().getTextContent()).contains("Orderbench", "Min/max rules", "Last 30 days", "EUR & more");
    }

    @Test
    void theTableHasEverySliceAndNoFormula() {
        ReplayReport report = new ReplayReport(1, List.of(curve("agent", 0.8, 60)), Map.of("=cmd|x", List.of(curve("agent", 0.8, 60))), null);
        assertThat(ReplayCsv.of(report).lines()).hasSize(3).last().asString().startsWith("\"'=cmd|x\",\"agent\",0.000,0.80000,60.00,0,0,0.00");
    }
}
