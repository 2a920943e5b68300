package io.github.sammaven.core.operate.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Now is Saturday, 21 November 2026, 15:30 in Berlin, 14:30 in UTC. */
class TimeWordsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-21T14:30:00Z");

    private final TimeWords words = new TimeWords(Clock.fixed(NOW, BERLIN));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            now                                | 2026-11-21T14:30:00Z
            10m ago                            | 2026-11-21T14:20:00Z
            10m                                | 2026-11-21T14:20:00Z
            -10m                               | 2026-11-21T14:20:00Z
            10 min                             | 2026-11-21T14:20:00Z
            5mins ago                          | 2026-11-21T14:25:00Z
            5 minutes ago                      | 2026-11-21T14:25:00Z
            30s ago                            | 2026-11-21T14:29:30Z
            45 secs ago                        | 2026-11-21T14:29:15Z
            1 second ago                       | 2026-11-21T14:29:59Z
            1h                                 | 2026-11-21T13:30:00Z
            2 hours ago                        | 2026-11-21T12:30:00Z
            2 HOURS AGO                        | 2026-11-21T12:30:00Z
            3hrs ago                           | 2026-11-21T11:30:00Z
            1.5 hours ago                      | 2026-11-21T13:00:00Z
            half an hour ago                   | 2026-11-21T14:00:00Z
            an hour ago                        | 2026-11-21T13:30:00Z
            a minute ago                       | 2026-11-21T14:29:00Z
            two hours ago                      | 2026-11-21T12:30:00Z
            twelve hours ago                   | 2026-11-21T02:30:00Z
            1h30m                              | 2026-11-21T13:00:00Z
            1h 30m ago                         | 2026-11-21T13:00:00Z
            2 hours 30 minutes ago             | 2026-11-21T12:00:00Z
            1 day and 2 hours ago              | 2026-11-20T12:30:00Z
            1 day, 2 hours ago                 | 2026-11-20T12:30:00Z
            last 15 minutes                    | 2026-11-21T14:15:00Z
            past 2 hours                       | 2026-11-21T12:30:00Z
            last hour                          | 2026-11-21T13:30:00Z
            last week                          | 2026-11-14T14:30:00Z
            a week ago                         | 2026-11-14T14:30:00Z
            2w ago                             | 2026-11-07T14:30:00Z
            last month                         | 2026-10-21T13:30:00Z
            2 months ago                       | 2026-09-21T13:30:00Z
            1 year ago                         | 2025-11-21T14:30:00Z
            30 days ago                        | 2026-10-22T13:30:00Z
            today                              | 2026-11-20T23:00:00Z
            today 14:00                        | 2026-11-21T13:00:00Z
            today at 2pm                       | 2026-11-21T13:00:00Z
            yesterday                          | 2026-11-20T14:30:00Z
            yesterday 14:00                    | 2026-11-20T13:00:00Z
            yesterday at 2:30 pm               | 2026-11-20T13:30:00Z
            yesterday noon                     | 2026-11-20T11:00:00Z
            yesterday midnight                 | 2026-11-19T23:00:00Z
            14:00 yesterday                    | 2026-11-20T13:00:00Z
            the day before yesterday           | 2026-11-19T14:30:00Z
            3 days ago at 09:15                | 2026-11-18T08:15:00Z
            monday                             | 2026-11-15T23:00:00Z
            last monday                        | 2026-11-15T23:00:00Z
            last monday 10:00                  | 2026-11-16T09:00:00Z
            on fri at 8am                      | 2026-11-20T07:00:00Z
            saturday                           | 2026-11-13T23:00:00Z
            14:00                              | 2026-11-21T13:00:00Z
            14:00:05.250                       | 2026-11-21T13:00:05.250Z
            23:00                              | 2026-11-20T22:00:00Z
            12am                               | 2026-11-20T23:00:00Z
            12 pm                              | 2026-11-21T11:00:00Z
            14:00 UTC                          | 2026-11-21T14:00:00Z
            yesterday 14:00 utc                | 2026-11-20T14:00:00Z
            2026-11-20                         | 2026-11-19T23:00:00Z
            20261120                           | 2026-11-19T23:00:00Z
            2026/11/20                         | 2026-11-19T23:00:00Z
            2026-11-20 14:00                   | 2026-11-20T13:00:00Z
            2026-07-01 14:00                   | 2026-07-01T12:00:00Z
            2026-11-20T14:00                   | 2026-11-20T13:00:00Z
            2026-11-20T14:00:30.5              | 2026-11-20T13:00:30.500Z
            2026-11-20T14:00:00Z               | 2026-11-20T14:00:00Z
            2026-11-20T14:00:00.123456789Z     | 2026-11-20T14:00:00.123456789Z
            2026-11-20T14:00:00+02:00          | 2026-11-20T12:00:00Z
            2026-11-20T14:00:00-0500           | 2026-11-20T19:00:00Z
            2026-11-20 14:00 +0200             | 2026-11-20T12:00:00Z
            20261120T140030Z                   | 2026-11-20T14:00:30Z
            20261120T1400                      | 2026-11-20T13:00:00Z
            1763735400000                      | 2025-11-21T14:30:00Z
            1763735400                         | 2025-11-21T14:30:00Z
            21 Nov 2025                        | 2025-11-20T23:00:00Z
            21st November 2025 14:00           | 2025-11-21T13:00:00Z
            Nov 20, 2026 2pm                   | 2026-11-20T13:00:00Z
            Sept 3                             | 2026-09-02T22:00:00Z
            24 December                        | 2025-12-23T23:00:00Z
            Fri, 20 Nov 2026 14:00:00 GMT      | 2026-11-20T14:00:00Z
            """)
    void readsWhatPeopleWrite(String text, Instant expected) {
        assertThat(words.read("startTime", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "",
                "10",
                "10 parsecs ago",
                "ago",
                "last",
                "m",
                "10m ago ago",
                "5 minutes later",
                "tomorrow-ish",
                "11/12/2026",
                "123456",
                "2026-11",
                "yesterday today",
                "every monday",
                "21 Foo 2026",
                "14:00 15:00",
                "2026-11-20T"
            })
    void whatIsNoTimeIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> words.read("startTime", text))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("startTime: '" + text + "' is not understood as a time")
                .hasMessageContaining("10m ago");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "25:00",
                "13pm",
                "30 Feb",
                "2026-11-20T14:00:00+99:00",
                "999999999 years ago"
            })
    void timesThatDoNotExistAreToldFromOthers(String text) {
        assertThatThrownBy(() -> words.read("endTime", text))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("endTime: there is no time '" + text + "'");
    }

    @Test
    void daysFollowTheCalendarWhenTheClocksChange() {
        // Clocks went back on 25 October 2026: a day of 25 hours.
        TimeWords monday = new TimeWords(Clock.fixed(Instant.parse("2026-10-26T11:00:00Z"), BERLIN));
        assertThat(monday.read("startTime", "2 days ago")).isEqualTo("2026-10-24T10:00:00Z");
        assertThat(monday.read("startTime", "48 hours ago")).isEqualTo("2026-10-24T11:00:00Z");
    }
}
