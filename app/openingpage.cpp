#include "app/openingpage.h"

#include "ui/common/emptystate.h"
#include "ui/common/page.h"

#include <QCoreApplication>

namespace poolscope {

QWidget *makeOpeningPage(const QString &title, const QString &failure, QWidget *parent)
{
    auto *page = new ui::Page(title, parent);
    const QString head = failure.isEmpty() ? QCoreApplication::translate("OpeningPage", "Opening the connection…")
                                           : QCoreApplication::translate("OpeningPage", "The connection is not open");
    page->setFillingBody(new ui::EmptyState(QStringLiteral("network-connect"), head, failure, page));
    return page;
}

} // namespace poolscope
