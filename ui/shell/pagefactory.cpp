#include "ui/shell/pagefactory.h"

#include <QCoreApplication>

namespace poolscope::ui {

QString sectionTitle(Section section)
{
    switch (section) {
    case Section::Try:
        return QCoreApplication::translate("Navigation", "Try");
    case Section::Inspect:
        return QCoreApplication::translate("Navigation", "Inspect");
    case Section::Rehearse:
        return QCoreApplication::translate("Navigation", "Rehearse");
    }
    return {};
}

} // namespace poolscope::ui
