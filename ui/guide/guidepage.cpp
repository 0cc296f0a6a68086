#include "ui/guide/guidepage.h"

#include "core/plaintooltip.h"
#include "diagnosis/pastederror.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/guide/guidedetails.h"
#include "ui/guide/pastefield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

constexpr int besideEachOther = 560; // pixels; in a narrower page the explanation stands below the list

QString recognisedLine(const Error &error)
{
    QStringList parts{error.code};
    if (!error.message.isEmpty())
        parts += error.message;
    if (!error.operation.isEmpty())
        parts += error.operation;
    return parts.join(QStringLiteral(" · "));
}

// What tells an entry from another of the same title: the first of these that is not the same in both.
QString difference(const diagnosis::GuideEntry &one, const diagnosis::GuideEntry &other)
{
    if (one.operations != other.operations)
        return one.operations.isEmpty() ? GuidePage::tr("any operation") : one.operations;
    if (one.code != other.code)
        return one.code;
    if (one.message != other.message)
        return one.message.isEmpty() ? GuidePage::tr("any words") : one.message.trimmed();
    return one.why;
}

QString titleAmong(const QList<diagnosis::GuideEntry> &entries, const diagnosis::GuideEntry &entry)
{
    const auto twin = std::find_if(entries.cbegin(), entries.cend(), [&entry](const diagnosis::GuideEntry &one) {
        return one.what == entry.what && one.id != entry.id;
    });
    return twin == entries.cend() ? entry.what : QStringLiteral("%1 (%2)").arg(entry.what, difference(entry, *twin));
}

} // namespace

GuidePage::GuidePage(QWidget *parent)
    : Page(tr("Error guide"), parent)
    , m_all(diagnosis::guideEntries())
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(buildSearch());
    column->addWidget(buildResults(), 1);
    setFillingBody(body);
    connect(m_search, &QPlainTextEdit::textChanged, this, &GuidePage::search);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_search->setFocus();
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        search();
        m_search->setFocus();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &GuidePage::showCurrent);
    search();
}

GuidePage::~GuidePage()
{
    if (m_kept)
        *m_kept = m_search->toPlainText();
}

void GuidePage::keepTextIn(QString *text)
{
    m_kept = text;
    m_search->setPlainText(*text);
}

// Ready to be typed and pasted into, however one came here.
void GuidePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!event->spontaneous())
        m_search->setFocus();
}

void GuidePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_splitter->setOrientation(width() < besideEachOther ? Qt::Vertical : Qt::Horizontal);
}

QWidget *GuidePage::buildSearch()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *label = new QLabel(tr("&Words, or an error from another program"), box);
    m_search = new PasteField(box);
    m_search->setObjectName(QStringLiteral("guide.search"));
    m_search->setAccessibleName(tr("Words, or an error from another program"));
    m_search->setPlaceholderText(
        tr("NotAuthorizedException: Incorrect username or password.  ·  expired code  ·  a whole stack trace"));
    label->setBuddy(m_search);
    m_clear = new LinkButton(tr("&Clear"), box);
    m_clear->setObjectName(QStringLiteral("guide.clear"));
    auto *head = new QHBoxLayout;
    head->addWidget(label, 1);
    head->addWidget(m_clear);
    m_recognised = mutedLabel({}, box);
    m_recognised->setObjectName(QStringLiteral("guide.recognised"));
    column->addLayout(head);
    column->addWidget(m_search);
    column->addWidget(hintLabel(tr("What is pasted stays on this page: it is sent nowhere and written nowhere."), box));
    column->addWidget(m_recognised);
    m_back = new LinkButton(tr("&Back to what was found for this text"), box);
    m_back->setObjectName(QStringLiteral("guide.back"));
    m_back->setQuiet(true);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    setTabOrder(m_clear, m_search); // as it is read
    return box;
}

QWidget *GuidePage::buildResults()
{
    m_results = new QStackedWidget(this);
    m_splitter = new QSplitter(m_results);
    m_splitter->setChildrenCollapsible(false);
    m_list = new QListWidget(m_splitter);
    m_list->setObjectName(QStringLiteral("guide.list"));
    m_list->setAccessibleName(tr("Errors"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(120); // each has more room than that: see besideEachOther
    m_area = new QScrollArea(m_splitter);
    m_area->setObjectName(QStringLiteral("guide.details"));
    m_area->setAccessibleName(tr("Explanation"));
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::StrongFocus); // the keys scroll it, and it is read out
    m_area->setMinimumWidth(160);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    m_details = new GuideDetails;
    m_details->setBackgroundRole(QPalette::Base);
    m_area->setWidget(m_details);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_area);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_results->addWidget(m_splitter);
    m_results->addWidget(new EmptyState(QStringLiteral("edit-find"), tr("Nothing is known of this"),
                                        tr("Try fewer words, the error's name, or the sentence that came with it."),
                                        m_results));
    return m_results;
}

void GuidePage::search()
{
    const QString text = m_search->toPlainText();
    m_back->hide();
    m_clear->setEnabled(!text.isEmpty());
    const QList<Error> errors = diagnosis::errorsIn(text);
    m_recognised->clear();
    if (!errors.isEmpty())
        showErrors(errors);
    else
        showEntries(diagnosis::searched(m_all, text.left(400)));
    if (m_shown.isEmpty() && errors.isEmpty()) {
        // Perhaps the service's sentence without its name, inside others.
        Error sentence;
        sentence.message = text.left(4000);
        showEntries(diagnosis::explaining(m_all, sentence));
    }
    m_recognised->setVisible(!m_recognised->text().isEmpty());
}

void GuidePage::showErrors(const QList<Error> &errors)
{
    QList<diagnosis::GuideEntry> entries;
    QStringList lines;
    for (const Error &error : errors) {
        const QList<diagnosis::GuideEntry> found = diagnosis::explaining(m_all, error);
        lines += found.isEmpty() ? tr("Not known: %1").arg(recognisedLine(error))
                                 : tr("Recognised: %1").arg(recognisedLine(error));
        for (const diagnosis::GuideEntry &entry : found) {
            const auto same = [&entry](const diagnosis::GuideEntry &one) { return one.id == entry.id; };
            if (std::none_of(entries.cbegin(), entries.cend(), same))
                entries.append(entry);
        }
    }
    m_recognised->setText(lines.mid(0, 3).join(u'\n'));
    showEntries(entries);
}

void GuidePage::showEntries(const QList<diagnosis::GuideEntry> &entries)
{
    m_shown = entries;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const diagnosis::GuideEntry &entry : entries) {
            const QString title = titleAmong(m_all, entry);
            auto *item = new QListWidgetItem(title, m_list);
            item->setToolTip(plainToolTip(entry.code.isEmpty() ? title : title + u'\n' + entry.code));
            item->setData(Qt::UserRole, entry.id);
        }
    }
    m_results->setCurrentIndex(entries.isEmpty() ? 1 : 0);
    m_list->setCurrentRow(entries.isEmpty() ? -1 : 0);
    showCurrent();
}

void GuidePage::showCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_shown.size())
        m_details->setEntry(m_shown.at(row));
    else
        m_details->clear();
    m_area->setAccessibleDescription(m_details->plainText());
    m_area->verticalScrollBar()->setValue(0);
}

void GuidePage::showEntry(const QString &id)
{
    const bool typed = !m_search->toPlainText().isEmpty();
    m_recognised->setText(typed ? tr("All errors are listed below; the text above was not looked for.") : QString());
    m_recognised->setVisible(typed);
    m_back->setVisible(typed);
    showEntries(m_all);
    for (int row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row).id == id)
            m_list->setCurrentRow(row);
    }
    m_list->scrollToItem(m_list->currentItem(), QAbstractItemView::PositionAtCenter);
    m_list->setFocus();
}

} // namespace poolscope::ui
