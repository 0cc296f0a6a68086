#include "scenarios.h"
#include "stage.h"
#include "stallwatch.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>

#include <cstdio>

namespace poolscope::bench {

namespace {

// Always at the end, so that page after page is asked for, and again at the beginning, so that everything is drawn anew.
void scroll(QTableView *table)
{
    QScrollBar *bar = table->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    bar->setValue(isAtEnd ? bar->maximum() / 2 : bar->maximum());
}

} // namespace

bool measureUsers(WatchedApplication &application, int count)
{
    QElapsedTimer filling;
    filling.start();
    Stage stage([count](database::Connection &database) { return addUsers(database, count); });
    if (!stage.isReady())
        return false;
    std::printf("a pool of %d users, filled and opened in %.1f s\n", count, double(filling.elapsed()) / 1000);
    stage.showPage("sandboxusers");
    auto *table = stage.find<QTableView>("users.table");
    const auto rows = [table] { return table->model()->rowCount(); };
    if (!turnUntil([&] { return rows() > 0; }))
        return false;

    QTimer scrolling;
    QObject::connect(&scrolling, &QTimer::timeout, table, [table] { scroll(table); });
    const QByteArray name = QByteArray::number(count) + " users";
    Measurement listing(name + ": scrolled to the end");
    for (int slice = 1; slice <= slices; ++slice) {
        const int wanted = int(qint64(count) * slice / slices);
        listing.round(
            application, [&] { scrolling.start(4); }, [&] { return rows() >= wanted; });
    }
    scrolling.stop();
    Measurement reloading(name + ": all let go, the first page again");
    reloading.round(
        application, [&] { stage.find<QAbstractButton>("users.reload")->click(); },
        [&] { return rows() > 0 && rows() < count; });
    const bool within = listing.report();
    return reloading.report() && within;
}

} // namespace poolscope::bench
