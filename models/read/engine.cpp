// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace arb::read {

namespace {

constexpr int dotsAnInch = 300; ///< said, so that it is not guessed; only proportions count
constexpr std::size_t mostBytes = 200;

bool patienceIsOver(void *patience, int)
{
    return static_cast<const Patience *>(patience)->isOver();
}

/// Without control characters, and cut between characters.
std::string tidied(const char *text)
{
    std::string tidy;
    for (const char *at = text; *at != '\0'; ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte >= 0x20 && byte != 0x7F)
            tidy.push_back(*at);
    }
    if (tidy.size() > mostBytes) {
        std::size_t end = mostBytes;
        while (end > 0 && (static_cast<unsigned char>(tidy[end]) & 0xC0U) == 0x80U)
            --end;
        tidy.resize(end);
    }
    return tidy;
}

} // namespace

struct Engine::Private
{
    tesseract::TessBaseAPI api;
};

Engine::Engine() : d(std::make_unique<Private>()) {}

Engine::~Engine() = default;

bool Engine::learn(const std::vector<char> &data)
{
    m_taught = d->api.Init(data.data(), static_cast<int>(data.size()), "chi_sim", tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr) == 0;
    return m_taught;
}

std::vector<decode::ReadWord> Engine::words(const Gray &picture, Taking taking, const Patience &patience)
{
    std::vector<decode::ReadWord> found;
    if (!m_taught || patience.isOver())
        return found;
    d->api.SetPageSegMode(taking == Taking::OneBlock ? tesseract::PSM_SINGLE_BLOCK : tesseract::PSM_SPARSE_TEXT);
    d->api.SetImage(picture.pixels.data(), picture.width, picture.height, 1, picture.width);
    d->api.SetSourceResolution(dotsAnInch);
    tesseract::ETEXT_DESC monitor;
    Patience copy = patience;
    monitor.cancel = patienceIsOver;
    monitor.cancel_this = &copy;
    if (d->api.Recognize(&monitor) == 0 && !patience.isOver()) {
        const std::unique_ptr<tesseract::ResultIterator> at(d->api.GetIterator());
        int line = -1, group = -1;
        const bool any = at != nullptr && !at->Empty(tesseract::RIL_WORD);
        for (bool more = any; more; more = at->Next(tesseract::RIL_WORD)) {
            if (at->IsAtBeginningOf(tesseract::RIL_PARA))
                ++group;
            if (at->IsAtBeginningOf(tesseract::RIL_TEXTLINE))
                ++line;
            const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
            int left = 0, top = 0, right = 0, bottom = 0;
            if (text == nullptr || !at->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom) || right <= left || bottom <= top)
                continue;
            decode::ReadWord word;
            word.text = tidied(text.get());
            if (word.text.empty() || word.text.find_first_not_of(' ') == std::string::npos)
                continue;
            word.x = left;
            word.y = top;
            word.width = right - left;
            word.height = bottom - top;
            word.confidence = std::clamp(static_cast<int>(std::lround(at->Confidence(tesseract::RIL_WORD))), 0, 100);
            word.line = std::max(0, line);
            word.group = std::max(0, group);
            found.push_back(std::move(word));
        }
    }
    d->api.Clear();
    return found;
}

} // namespace arb::read
