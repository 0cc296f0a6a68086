#pragma once

#include "diagnosis/guide.h"
#include "ui/common/page.h"

class QLabel;
class QListWidget;
class QScrollArea;
class QSplitter;
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
    ~GuidePage() override;

    // Takes up the text that stands there and leaves it there when it goes; outlives the page.
    void keepTextIn(QString *text);
    // Among all others. What was pasted stays where it is, with a way back to what was found for it.
    void showEntry(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildSearch();
    QWidget *buildResults();
    void search();
    void showErrors(const QList<Error> &errors);
    void showEntries(const QList<diagnosis::GuideEntry> &entries);
    void showCurrent();

    QList<diagnosis::GuideEntry> m_all;
    QList<diagnosis::GuideEntry> m_shown;
    QString *m_kept = nullptr;
    PasteField *m_search = nullptr;
    LinkButton *m_clear = nullptr;
    QLabel *m_recognised = nullptr;
    LinkButton *m_back = nullptr;
    QStackedWidget *m_results = nullptr;
    QSplitter *m_splitter = nullptr;
    QListWidget *m_list = nullptr;
    QScrollArea *m_area = nullptr;
    GuideDetails *m_details = nullptr;
};

} // namespace poolscope::ui
