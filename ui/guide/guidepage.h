#pragma once

#include "diagnosis/guide.h"
#include "ui/common/page.h"

class QLabel;
class QListWidget;
class QStackedWidget;

namespace poolscope::ui {

class GuideDetails;
class LinkButton;
class PasteField;

// Every error that Poolscope can explain, to look through by words; an error pasted from another program is recognised
// and explained. What is pasted stays on the page and is written nowhere.
class GuidePage final : public Page
{
    Q_OBJECT

public:
    explicit GuidePage(QWidget *parent = nullptr);

    void showEntry(const QString &id);

private:
    QWidget *buildSearch();
    QWidget *buildResults();
    void search();
    void showErrors(const QList<Error> &errors);
    void showEntries(const QList<diagnosis::GuideEntry> &entries);
    void showCurrent();

    QList<diagnosis::GuideEntry> m_all;
    QList<diagnosis::GuideEntry> m_shown;
    PasteField *m_search = nullptr;
    LinkButton *m_clear = nullptr;
    QLabel *m_recognised = nullptr;
    QStackedWidget *m_results = nullptr;
    QListWidget *m_list = nullptr;
    GuideDetails *m_details = nullptr;
};

} // namespace poolscope::ui
